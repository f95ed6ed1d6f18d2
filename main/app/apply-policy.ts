import { noAutoLogout } from '../../contract/profiles/auto-logout.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { lockedNames, type PolicyServer, policyInForce } from '../policy/policy.ts';
import { addPolicyServers } from '../profile-editing/policy-servers.ts';
import { ServerRules } from '../profile-editing/server-rules.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Notices } from '../state/notices.ts';
import type { AppDeps } from './app-deps.ts';

interface StateParts {
  readonly live: LiveState;
  readonly notices: Notices;
  readonly profileStore: ProfileStore;
  readonly sessions: SessionStore;
}

/** A policy in force. */
export interface AppliedPolicy {
  readonly serverRules: ServerRules;
  /** Puts its servers into the list again, after that was emptied. */
  readonly addPolicyServers: () => void;
}

/** Puts the policy in force: its servers into the list, what it locks into the state; says if it is broken. */
export function applyPolicy(
  { policy: found, userName, now }: AppDeps,
  { live, notices, profileStore, sessions }: StateParts,
): AppliedPolicy {
  if (found.kind === 'broken') {
    const { kind: _, ...mistake } = found;
    notices.add({ code: 'policy-broken', ...mistake });
  }
  const policy = policyInForce(found);
  const managed = new Map<ProfileId, PolicyServer>();
  const add = () => {
    const autoLogout = { ...noAutoLogout, afterSeconds: live.read().settings.leaseForNew };
    managed.clear();
    const added = addPolicyServers(policy, { profileStore, sessions, autoLogout, userName, now });
    for (const [id, server] of added) managed.set(id, server);
    if (found.kind === 'policy')
      live.change({ managed: { locked: lockedNames(policy), servers: [...managed.keys()] } });
  };
  add();
  const serverRules = new ServerRules({ managed, lockServers: policy.lockServers, sessions });
  return { serverRules, addPolicyServers: add };
}
