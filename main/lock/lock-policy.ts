import type { Calls } from '../../contract/bridge.ts';
import { noReminders } from '../../contract/sessions/reminders.ts';
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

/** What a locked window has instead of what it must not show. */
function withheld({ update, managed }: AppState) {
  // SECURITY: a locked page does not receive what it must not show (0011).
  return {
    rows: [],
    clipboard: null,
    notices: [],
    storageAsked: false,
    importAsked: false,
    taskAsked: null,
    keyringAwaited: null,
    bulkLogin: null,
    gateways: [],
    liveFiles: [],
    reminders: noReminders,
    programs: [],
    runs: [],
    undoable: null,
    templates: [],
    update: { ...update, source: null, step: { kind: 'idle', checkedAt: null } },
    managed: { ...managed, servers: [] },
  } satisfies Partial<AppState>;
}

/** The part of the state that a locked window may receive. */
export function stateWhileLocked(state: AppState): AppState {
  return state.lock.kind === 'open' ? state : { ...state, ...withheld(state) };
}

/** The change that unlocks the window, with everything that it did not receive while locked. */
export function changeAtUnlock(state: AppState): Omit<StateChange, 'revision'> {
  const { clipboard, ...parts } = state;
  const names = new Set(Object.keys(withheld(state)));
  return {
    ...Object.fromEntries(Object.entries(parts).filter(([name]) => names.has(name))),
    clipboard: { note: clipboard },
    lock: { kind: 'open' },
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
  'quit',
  'lock',
  'unlock',
  'showQuickAccess',
  'hideQuickAccess',
  'replaceVault',
];
