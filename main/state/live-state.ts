import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { AppState, Row, StateChange } from '../../contract/state.ts';

type Watcher = (change: StateChange) => void;

/** The one copy of the state that windows mirror; every change gets the next revision and is told to the watchers. */
export class LiveState {
  #state: Omit<AppState, 'rows'>;
  readonly #rows = new Map<ProfileId, Row>();
  readonly #watchers = new Set<Watcher>();

  constructor(start: AppState) {
    const { rows, ...rest } = start;
    this.#state = rest;
    for (const row of rows) this.#rows.set(row.profile.id, row);
  }

  /** The whole state as it is at this moment. */
  read(): AppState {
    return { ...this.#state, rows: [...this.#rows.values()] };
  }

  /** One row, or undefined if there is no such profile. */
  row(id: ProfileId): Row | undefined {
    return this.#rows.get(id);
  }

  /** Every row. */
  rows(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** Carries out a change and tells it to every watcher. */
  change(change: Omit<StateChange, 'revision'>): void {
    for (const row of change.rows ?? []) this.#rows.set(row.profile.id, row);
    for (const id of change.gone ?? []) this.#rows.delete(id);
    const { rows: _rows, gone: _gone, clipboard, ...rest } = change;
    const revision = this.#state.revision + 1;
    this.#state = { ...this.#state, ...rest, ...(clipboard && { clipboard: clipboard.note }), revision };
    for (const watcher of this.#watchers) watcher({ ...change, revision });
  }

  /** Tells every later change to the watcher; returns the function that stops it. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}
