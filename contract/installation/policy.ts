import type { ProfileId } from '../profiles/profile.ts';
import type { Settings } from '../settings.ts';

/** What a policy can lock: a setting, the update source, or the list of servers. */
export type LockableName = keyof Settings | 'updateSource' | 'servers';

/** What the policy of the organization decides on this computer. */
export interface Managed {
  /** What cannot be changed here. */
  readonly locked: readonly LockableName[];
  /** The servers of the policy, which cannot be edited or removed. */
  readonly servers: readonly ProfileId[];
}

/** Without a policy. */
export const unmanaged: Managed = { locked: [], servers: [] };
