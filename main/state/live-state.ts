import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { AppState, Row, StateChange } from '../../contract/state.ts';

type Watcher = (change: StateChange) => void;

/** The state that windows mirror; each change increases the revision and is passed to the listeners. */
export class LiveState {
  #state: Omit<AppState, 'rows'>;
  readonly #rows = new Map<ProfileId, Row>();
  readonly #watchers = new Set<Watcher>();

  constructor(start: AppState) {
    const { rows, ...rest } = start;
    this.#state = rest;
    for (const row of rows) this.#rows.set(row.profile.id, row);
  }

  /** The current state. */
  read(): AppState {
    return { ...this.#state, rows: [...this.#rows.values()] };
  }

  /** The row of a profile, or undefined. */
  row(id: ProfileId): Row | undefined {
    return this.#rows.get(id);
  }

  /** All rows. */
  rows(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** Applies a change and passes it to every listener. */
  change(change: Omit<StateChange, 'revision'>): void {
    for (const row of change.rows ?? []) this.#rows.set(row.profile.id, row);
    for (const id of change.gone ?? []) this.#rows.delete(id);
    const { rows: _rows, gone: _gone, clipboard, ...rest } = change;
    const revision = this.#state.revision + 1;
    this.#state = { ...this.#state, ...rest, ...(clipboard && { clipboard: clipboard.note }), revision };
    for (const watcher of this.#watchers) watcher({ ...change, revision });
  }

  /** Adds a listener for later changes; returns the function that removes it. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}
