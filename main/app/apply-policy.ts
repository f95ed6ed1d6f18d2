import { noAutoLogout } from '../../contract/profiles/auto-logout.ts';
import { lockedNames, policyInForce } from '../policy/policy.ts';
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

/** Puts the policy in force: its servers into the list, what it locks into the state; says if it is broken. */
export function applyPolicy(
  { policy: found, settings, userName, now }: AppDeps,
  { live, notices, profileStore, sessions }: StateParts,
): ServerRules {
  if (found.kind === 'broken') notices.add({ code: 'policy-broken', file: found.file, where: found.where });
  const policy = policyInForce(found);
  const autoLogout = { ...noAutoLogout, afterSeconds: settings.leaseForNew };
  const managed = addPolicyServers(policy, { profileStore, sessions, autoLogout, userName, now });
  if (found.kind === 'policy')
    live.change({ managed: { locked: lockedNames(policy), servers: [...managed.keys()] } });
  return new ServerRules({ managed, lockServers: policy.lockServers, sessions });
}
