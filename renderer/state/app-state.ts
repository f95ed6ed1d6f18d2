import { create } from 'zustand';
import type { Bridge } from '../../contract/bridge.ts';
import { unmanaged } from '../../contract/installation/policy.ts';
import { defaultLayout } from '../../contract/layout.ts';
import { readChange, readState } from '../../contract/list/short-rows.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { noQuickKey } from '../../contract/sessions/quick-access.ts';
import { noReminders } from '../../contract/sessions/reminders.ts';
import { defaultSettings } from '../../contract/settings.ts';
import type { Row, StateChange } from '../../contract/state.ts';
import { applyChange, type MirroredState } from './apply-change.ts';

const emptyState: MirroredState = {
  revision: Number.NEGATIVE_INFINITY,
  listRevision: 0,
  rows: [],
  storage: { kind: 'opening' },
  storageAsked: false,
  importAsked: false,
  taskAsked: null,
  keyringAwaited: null,
  lock: { kind: 'open' },
  lockAbilities: { idle: false, screen: false, sleep: false },
  clipboardAbilities: { system: 'x11', marks: false, unfocused: true },
  trayAbilities: { inTray: true, startAtLogin: true },
  clipboard: null,
  settings: defaultSettings,
  layout: defaultLayout,
  keys: {},
  quickKey: noQuickKey,
  used: {},
  templates: [],
  language: 'en',
  notices: [],
  bulkLogin: null,
  gateways: [],
  liveFiles: [],
  reminders: noReminders,
  programs: [],
  runs: [],
  undoable: null,
  appVersion: '',
  update: { support: 'not-installed', source: null, skipped: null, step: { kind: 'idle', checkedAt: null } },
  managed: unmanaged,
  updatedFrom: null,
};

/** The mirror of main's state. Components read it; only `mirrorMain` writes it. */
export const useAppState = create<MirroredState>(() => emptyState);

/** The row of a profile; undefined if it does not exist any more. */
export function useRow(profileId: ProfileId | null): Row | undefined {
  return useAppState((state) => (profileId === null ? undefined : rowsById(state.rows).get(profileId)));
}

/** The row of a profile at the moment. */
export function getRow(profileId: ProfileId): Row | undefined {
  return rowsById(useAppState.getState().rows).get(profileId);
}

const indexes = new WeakMap<readonly Row[], ReadonlyMap<ProfileId, Row>>();

/** The rows by profile ID; cached per array of rows. */
function rowsById(rows: readonly Row[]): ReadonlyMap<ProfileId, Row> {
  const known = indexes.get(rows);
  if (known !== undefined) return known;
  const index = new Map(rows.map((row) => [row.profile.id, row]));
  indexes.set(rows, index);
  return index;
}

/**
 * Reads the state again, and resolves once the mirror has it.
 *
 * The result of a call can arrive before the change it caused: changes are not sent while the window starts.
 */
export async function refreshState(bridge: Pick<Bridge, 'readState'>): Promise<void> {
  applySnapshot(await bridge.readState());
}

/** Applies the state as JSON, unless it is older than a change that arrived before it. */
export function applySnapshot(text: string): void {
  const whole = readState(text);
  const { revision, listRevision } = useAppState.getState();
  if (whole.revision > revision) useAppState.setState({ ...whole, listRevision: listRevision + 1 }, true);
}

/** Starts mirroring main with the state as it was read at the start; returns the function that stops it. */
export function mirrorMain(
  bridge: Pick<Bridge, 'readState' | 'onStateChanged'>,
  firstState: string,
): () => void {
  const waiting: StateChange[] = [];
  let isAsking = false;

  function hear(change: StateChange): void {
    const mirror = useAppState.getState();
    if (change.revision <= mirror.revision) return;
    if ((change.since ?? change.revision - 1) <= mirror.revision) {
      useAppState.setState(applyChange(mirror, change), true);
      return;
    }
    // A gap: changes were missed.
    waiting.push(change);
    void ask();
  }

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    const text = await bridge.readState();
    isAsking = false;
    applySnapshot(text);
    for (const change of waiting.splice(0)) hear(change);
  }

  applySnapshot(firstState);
  return bridge.onStateChanged((text) => hear(readChange(text)));
}
