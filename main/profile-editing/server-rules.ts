import { isDeepStrictEqual } from 'node:util';
import { fail, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { PolicyServer } from '../policy/policy.ts';
import { isSameConnection } from '../sessions/same-connection.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { ManagedServers } from './policy-servers.ts';

interface Deps {
  readonly managed: ManagedServers;
  /** Whether people cannot add other servers. */
  readonly lockServers: boolean;
  readonly sessions: Pick<SessionStore, 'profile'>;
}

/** What people may do with the list under a policy. Every change of a profile comes through here, imports too. */
export class ServerRules {
  constructor(private readonly deps: Deps) {}

  /** Why a profile cannot be removed; null if it can. */
  refusesRemoval(id: ProfileId): Result<never> | null {
    return this.deps.managed.has(id) ? fail({ code: 'managed' }) : null;
  }

  /** Why a profile cannot be changed like this, or added if there is none before; null if it can. */
  refuses(before: Profile | null, after: Profile): Result<never> | null {
    // SECURITY: what the policy decides is refused here, whatever the window offers (0030).
    return this.#permits(before, after) ? null : fail({ code: 'managed' });
  }

  #permits(before: Profile | null, after: Profile): boolean {
    const { managed, lockServers } = this.deps;
    const server = before === null ? undefined : managed.get(before.id);
    if (before && server) return isDeepStrictEqual(fixed(server, before), fixed(server, after));
    if (!lockServers || (before && isSamePlace(before, after))) return true;
    const there = this.#managedAt(after.address.origin);
    // Another account on a server of the policy, with its trust and proxy.
    if (there.length > 0) return there.some((profile) => isSameConnection(profile, after));
    return before?.address.origin === after.address.origin;
  }

  #managedAt(origin: string): readonly Profile[] {
    return [...this.deps.managed.keys()].flatMap((id) => {
      const profile = this.deps.sessions.profile(id);
      return profile?.address.origin === origin ? [profile] : [];
    });
  }
}

/** What the policy decides of a profile. */
function fixed({ name, userName, tags, environment, trust, proxy }: PolicyServer, profile: Profile) {
  return {
    address: profile.address,
    name: name === null || profile.name,
    userName: userName === null || profile.userName,
    tags: tags === null || profile.tags,
    environment: environment === null || profile.environment,
    tls: trust === null || profile.tls,
    proxy: proxy === null || profile.proxy,
  };
}

function isSamePlace(one: Profile, other: Profile): boolean {
  return isDeepStrictEqual(one.address, other.address) && isSameConnection(one, other);
}
