import type { Calls } from '../../contract/bridge.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AppState, Lock, LockReason, StateChange, VaultStatus } from '../../contract/state.ts';

/** What happened around the window that may lock it. */
export type LockTrigger = Extract<LockReason, 'idle' | 'screen' | 'sleep'>;

/** Does this occasion lock the window, as a person chose? */
export function locksOn(occasion: LockTrigger, settings: Settings): boolean {
  if (occasion === 'idle') return settings.lockAfterIdleMinutes !== null;
  return occasion === 'screen' ? settings.lockWithScreen : settings.lockOnSleep;
}

/** What will open a lock over a vault in this state: its keyring, its passphrase, or anybody where nothing is sealed. */
export function waysToUnlock(
  storage: VaultStatus,
): Pick<Extract<Lock, { kind: 'locked' }>, 'keyring' | 'passphrase'> {
  if (storage.kind === 'opening') return { keyring: 'none', passphrase: false };
  const { passphrase } = storage;
  const sealer = storage.kind === 'sealed' ? storage.by : storage.sealedBy;
  // A passphrase that is asked for must not be stepped around where the keyring would not open anything.
  return { keyring: sealer ?? (passphrase ? null : 'none'), passphrase };
}

/** What a locked window may know. */
export function stateWhileLocked(state: AppState): AppState {
  if (state.lock.kind === 'open') return state;
  // SECURITY: a locked page is not sent what it must not show (0011).
  return {
    ...state,
    rows: [],
    clipboard: null,
    notices: [],
    storageAsked: false,
    keyringAwaited: null,
    bulkLogin: null,
  };
}

/** The part of a change that a locked window may be told; null if there is none. */
export function changeWhileLocked(change: StateChange): StateChange | null {
  const { revision, lock, settings, language } = change;
  if (!lock && !settings && !language) return null;
  return { revision, ...(lock && { lock }), ...(settings && { settings }), ...(language && { language }) };
}

/** The calls that are answered while the window is locked; all others are refused. */
export const answeredWhileLocked: readonly (keyof Calls)[] = [
  'readState',
  'showWindow',
  'closeWindow',
  'lock',
  'unlock',
  'replaceVault',
];
