import type { LockableName, Managed } from '../../contract/installation/policy.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { useAppState } from './app-state.ts';

/** Whether the policy locks this. */
export function isLocked({ locked }: Managed, name: LockableName): boolean {
  return locked.includes(name);
}

/** Whether a profile belongs to the policy, so that it cannot be edited or removed. */
export function isManagedServer(managed: Managed, profileId: ProfileId): boolean {
  return managed.servers.includes(profileId);
}

/** Whether the policy keeps a person from adding servers. */
export function useServersLocked(): boolean {
  return useAppState((state) => isLocked(state.managed, 'servers'));
}
