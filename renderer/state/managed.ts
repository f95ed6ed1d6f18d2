import type { LockableName, Managed } from '../../contract/installation/policy.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { useAppState } from './app-state.ts';

/** Whether the policy locks this. */
export function isLocked({ locked }: Managed, name: LockableName): boolean {
  return locked.includes(name);
}

/** Whether a profile belongs to the policy, so that it can be changed only in part, and not removed. */
export function isManagedServer(managed: Managed, profileId: ProfileId): boolean {
  return managed.servers.includes(profileId);
}

/** Whether a person may add an account on the server of a profile: in a locked list only on those of the policy. */
export function mayAddAccount(managed: Managed, profileId: ProfileId): boolean {
  return !isLocked(managed, 'servers') || isManagedServer(managed, profileId);
}

/** Whether the policy keeps a person from adding servers. */
export function useServersLocked(): boolean {
  return useAppState((state) => isLocked(state.managed, 'servers'));
}
