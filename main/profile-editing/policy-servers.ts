import { isDeepStrictEqual } from 'node:util';
import type { EpochMs } from '../../contract/core/time.ts';
import type { AutoLogoutPolicy } from '../../contract/profiles/auto-logout.ts';
import type { Profile, ProfileId, TlsTrust } from '../../contract/profiles/profile.ts';
import type { Policy, PolicyServer, PolicyTrust } from '../policy/policy.ts';
import { TakenNames } from '../profiles/draft.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { newProfile } from './profile-overrides.ts';

interface Deps {
  readonly profileStore: Pick<ProfileStore, 'add' | 'all' | 'change' | 'get' | 'learnAuthority'>;
  readonly sessions: Pick<SessionStore, 'add' | 'update'>;
  /** The auto log-out policy for new profiles. */
  readonly autoLogout: AutoLogoutPolicy;
  /** The name that the person has on this computer. */
  readonly userName: string;
  readonly now: () => EpochMs;
}

/** The profiles of the list that the policy decides, each with its server there. */
export type ManagedServers = ReadonlyMap<ProfileId, PolicyServer>;

/**
 * Puts the servers of the policy into the list: adds those that are missing and changes the others to what the policy
 * says. A server that has left the policy stays, as one of the person's own.
 *
 * SECURITY: a secret that was sealed for another trust or proxy does not open any more, so none follows a policy (0030).
 */
export function addPolicyServers(policy: Policy, deps: Deps): ManagedServers {
  const { profileStore, sessions } = deps;
  for (const authority of policy.authorities) profileStore.learnAuthority(authority);
  // Without servers, there is no need to compare with each of the list.
  if (policy.servers.length === 0) return new Map();
  const known = matchServers(
    policy.servers,
    profileStore.all().map(({ profile }) => profile),
  );
  const names = takenNames(known, profileStore);
  const managed = new Map<ProfileId, PolicyServer>();
  const added: Profile[] = [];
  for (const server of policy.servers) {
    const before = known.get(server);
    const after = decided(server, before ?? blankProfile(server, deps), names, deps.now());
    if (before === undefined) {
      void profileStore.add(after);
      // The list may be full.
      if (profileStore.get(after.id) === undefined) continue;
      added.push(after);
    } else if (!isDeepStrictEqual(before, after)) {
      sessions.update(after);
      void profileStore.change(after.id, after);
    }
    managed.set(after.id, server);
  }
  if (added.length > 0) sessions.add(added);
  return managed;
}

/** Finds the profile of each server. Those with a user name come first, so that no other server takes their profile. */
function matchServers(
  servers: readonly PolicyServer[],
  profiles: readonly Profile[],
): Map<PolicyServer, Profile> {
  const found = new Map<PolicyServer, Profile>();
  const free = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const { origin } = profile.address;
    const there = free.get(origin);
    if (there) there.push(profile);
    else free.set(origin, [profile]);
  }
  const isNamed = ({ userName }: PolicyServer) => userName !== null;
  for (const server of [...servers.filter(isNamed), ...servers.filter((one) => !isNamed(one))]) {
    const { origin, basePath } = server.address;
    const there = free.get(origin) ?? [];
    const at = there.findIndex(
      ({ address, userName }) =>
        // The app completes an address by its base path at the first log-in.
        (basePath === '' || basePath === address.basePath) &&
        (server.userName === null || server.userName === userName),
    );
    const [profile] = at < 0 ? [] : there.splice(at, 1);
    if (profile) found.set(server, profile);
  }
  return found;
}

/** The names that the policy cannot give, since they are the person's own. */
function takenNames(
  known: ReadonlyMap<PolicyServer, Profile>,
  profileStore: Deps['profileStore'],
): TakenNames {
  const given = new Set([...known].flatMap(([server, { id }]) => (server.name === null ? [] : [id])));
  const own = profileStore.all().filter(({ profile }) => !given.has(profile.id));
  return new TakenNames(own.map(({ profile }) => profile.name));
}

function blankProfile({ address }: PolicyServer, { userName, autoLogout }: Deps): Profile {
  const name = '';
  return newProfile({ name, address, userName, tags: [], environment: 'none' }, autoLogout);
}

/** The profile as the policy decides it. */
function decided(server: PolicyServer, profile: Profile, names: TakenNames, now: EpochMs): Profile {
  const isNew = profile.name === '';
  const wanted = server.name ?? (isNew ? new URL(profile.address.origin).host : null);
  const name = wanted === null ? profile.name : names.free(wanted);
  names.add(name);
  return {
    ...profile,
    name,
    userName: server.userName ?? profile.userName,
    tags: server.tags ?? profile.tags,
    environment: server.environment ?? profile.environment,
    tls: server.trust === null ? profile.tls : trustOf(server.trust, profile.tls, now),
    proxy: server.proxy ?? profile.proxy,
  };
}

/** The same trust keeps the time at which it was given. */
function trustOf(trust: PolicyTrust, before: TlsTrust, now: EpochMs): TlsTrust {
  if (trust.mode === 'system') return trust;
  const isSame = before.mode === trust.mode && before.fingerprint === trust.fingerprint;
  return isSame ? before : { ...trust, trustedAt: now };
}
