import type { StateChange } from '../../contract/state.ts';

/** A check of all servers causes hundreds of changes a second, and each message costs both processes a millisecond. */
const pauseMs = 100;

/**
 * Sends the changes of the state to the window: the first one at once, those of the next 100 ms as one.
 *
 * That a log-in has begun is sent after 100 ms, or at once with its result: where it was begun shows it, and a server
 * nearby answers sooner than the window has rendered the change.
 */
export class ChangeSender {
  readonly #send: (change: StateChange) => void;
  #merged: StateChange | null = null;
  #pause: NodeJS.Timeout | null = null;
  /** Whether something was sent since the pause began, and not only held back. */
  #hasSent = false;

  constructor(send: (change: StateChange) => void) {
    this.#send = send;
  }

  /** Sends the change now or soon; a lock is never delayed. */
  add(change: StateChange): void {
    this.#merged = this.#merged === null ? change : mergeChanges(this.#merged, change);
    if (change.lock || !(this.#hasSent || mayWait(change))) this.flush();
    else this.#wait();
  }

  /** Sends what was added. Called before a call of the window returns, so that its changes arrive first. */
  flush(): void {
    if (this.#merged === null) return;
    const change = this.#merged;
    this.#merged = null;
    this.#hasSent = true;
    this.#wait();
    this.#send(change);
  }

  #wait(): void {
    this.#pause ??= setTimeout(() => {
      this.#pause = null;
      this.#hasSent = false;
      this.flush();
    }, pauseMs);
  }
}

function mayWait({ revision: _revision, rows = [], ...rest }: StateChange): boolean {
  const areBegun = rows.length > 0 && rows.every(({ session }) => session.phase === 'logging-in');
  return areBegun && Object.keys(rest).length === 0;
}

/** One change with the effect of both. */
export function mergeChanges(first: StateChange, second: StateChange): StateChange {
  const rows = new Map([...(first.rows ?? []), ...(second.rows ?? [])].map((row) => [row.profile.id, row]));
  for (const id of second.gone ?? []) rows.delete(id);
  const gone = new Set([...(first.gone ?? []), ...(second.gone ?? [])]);
  for (const id of rows.keys()) gone.delete(id);
  return {
    ...first,
    ...second,
    since: first.since ?? first.revision - 1,
    ...(rows.size > 0 || first.rows || second.rows ? { rows: [...rows.values()] } : {}),
    ...(gone.size > 0 || first.gone || second.gone ? { gone: [...gone] } : {}),
  };
}
