import { create } from 'zustand';
import type { Bridge } from '../../contract/bridge.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { defaultSettings } from '../../contract/settings.ts';
import type { AppState, Row, StateChange } from '../../contract/state.ts';
import { applyChange, type MirroredState } from './apply-change.ts';

const emptyState: MirroredState = {
  revision: Number.NEGATIVE_INFINITY,
  listRevision: 0,
  rows: [],
  storage: { kind: 'opening' },
  storageAsked: false,
  keyringAwaited: null,
  lock: { kind: 'open' },
  lockAbilities: { idle: false, screen: false, sleep: false },
  clipboard: null,
  settings: defaultSettings,
  language: 'en',
  notices: [],
  bulkLogin: null,
  appVersion: '',
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
  showPending();
}

// The snapshot can be older than a change that arrived before it, so only a newer revision is applied.
function applySnapshot(whole: AppState): void {
  const { revision, listRevision } = newest();
  if (whole.revision > revision) show({ ...whole, listRevision: listRevision + 1 });
}

/** Calls back before the next frame. */
type NextFrame = (act: () => void) => void;

const atOnce: NextFrame = (act) => act();

/** A single action causes a few changes, and what follows it may read them at once. */
const maxRendersPerFrame = 3;

let nextFrame = atOnce;
let pending: MirroredState | null = null;
let rendersInFrame = 0;

function newest(): MirroredState {
  return pending ?? useAppState.getState();
}

// Each change of the store renders the window. When hundreds arrive together, as after a check of all servers, those of a
// frame are rendered once, with the next one. A lock never waits.
function show(state: MirroredState): void {
  if (rendersInFrame >= maxRendersPerFrame && state.lock === newest().lock) {
    pending = state;
    return;
  }
  pending = null;
  useAppState.setState(state, true);
  rendersInFrame++;
  if (rendersInFrame > 1) return;
  nextFrame(() => {
    rendersInFrame = 0;
    showPending();
  });
}

function showPending(): void {
  if (pending !== null) {
    rendersInFrame = 0;
    show(pending);
  }
}

/** Starts mirroring main. `ready` resolves with the first state; `stop` ends it. */
export function mirrorMain(
  bridge: Pick<Bridge, 'readState' | 'onStateChanged'>,
  frame: NextFrame = atOnce,
): {
  readonly ready: Promise<void>;
  readonly stop: () => void;
} {
  nextFrame = frame;
  const waiting: StateChange[] = [];
  let asking: Promise<void> | null = null;

  function hear(change: StateChange): void {
    const mirror = newest();
    if (change.revision <= mirror.revision) return;
    if (change.revision === mirror.revision + 1) {
      show(applyChange(mirror, change));
      return;
    }
    // A gap: changes were missed, or the first snapshot has not arrived yet.
    waiting.push(change);
    void ask();
  }

  function ask(): Promise<void> {
    asking ??= bridge.readState().then((whole) => {
      asking = null;
      applySnapshot(whole);
      for (const change of waiting.splice(0)) hear(change);
    });
    return asking;
  }

  return { stop: bridge.onStateChanged(hear), ready: ask() };
}
