import type { Calls } from '../../contract/bridge.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AppState, Lock, LockReason, StateChange, VaultStatus } from '../../contract/state.ts';

/** An event of the system that may lock the window. */
export type LockTrigger = Extract<LockReason, 'idle' | 'screen' | 'sleep'>;

/** Whether the settings lock the window at this trigger. */
export function locksOn(occasion: LockTrigger, settings: Settings): boolean {
  if (occasion === 'idle') return settings.lockAfterIdleMinutes !== null;
  return occasion === 'screen' ? settings.lockWithScreen : settings.lockOnSleep;
}

/** What unlocks a window over this vault. `keyring: 'none'`: nothing is sealed, so anybody may unlock. */
export function waysToUnlock(
  storage: VaultStatus,
): Pick<Extract<Lock, { kind: 'locked' }>, 'keyring' | 'passphrase'> {
  if (storage.kind === 'opening') return { keyring: 'none', passphrase: false };
  const { passphrase } = storage;
  const sealer = storage.kind === 'sealed' ? storage.by : storage.sealedBy;
  // Where the keyring would not open anything, it must not bypass a passphrase that is asked for.
  return { keyring: sealer ?? (passphrase ? null : 'none'), passphrase };
}

/** The part of the state that a locked window may receive. */
export function stateWhileLocked(state: AppState): AppState {
  if (state.lock.kind === 'open') return state;
  // SECURITY: a locked page does not receive what it must not show (0011).
  return {
    ...state,
    rows: [],
    clipboard: null,
    notices: [],
    storageAsked: false,
    importAsked: false,
    loginAsked: null,
    keyringAwaited: null,
    bulkLogin: null,
    runs: [],
    undoable: null,
    templates: [],
    update: { ...state.update, source: null, step: { kind: 'idle', checkedAt: null } },
    managed: { ...state.managed, servers: [] },
  };
}

/** The part of a change that a locked window may receive; null if none. */
export function changeWhileLocked(change: StateChange): StateChange | null {
  const { revision, since, lock, settings, language } = change;
  if (!lock && !settings && !language) return null;
  return {
    revision,
    ...(since !== undefined && { since }),
    ...(lock && { lock }),
    ...(settings && { settings }),
    ...(language && { language }),
  };
}

/** The calls that are served while the window is locked; all others are refused. */
export const answeredWhileLocked: readonly (keyof Calls)[] = [
  'readState',
  'showWindow',
  'closeWindow',
  'lock',
  'unlock',
  'replaceVault',
];
