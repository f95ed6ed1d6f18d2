import type { Socket } from 'node:net';

/** How long a socket waits for its request, in ms. */
const maxWaitMs = 5_000;

interface Kept {
  readonly opening: Promise<Socket>;
  readonly startedAt: number;
  /** When the socket was open. */
  openAt: number;
  isOver: boolean;
}

/** A socket opened ahead of a request that follows within seconds; it is closed if none does. */
export class PreconnectedSocket {
  #kept: Kept | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** Opens a socket with `open`, in place of one that is still waiting. */
  keep(open: () => Promise<Socket>): void {
    this.drop();
    const kept: Kept = { opening: open(), startedAt: performance.now(), openAt: 0, isOver: false };
    this.#kept = kept;
    this.#timer = setTimeout(() => this.drop(), maxWaitMs);
    kept.opening.then(
      (socket) => this.#watch(kept, socket),
      // A request that follows in time is told.
      () => undefined,
    );
  }

  /**
   * The socket, and how long opening it took in ms; null if none waits, or the server has closed it. Throws why it could
   * not be opened.
   */
  async take(): Promise<{ readonly socket: Socket; readonly tookMs: number } | null> {
    const kept = this.#kept;
    if (kept === null) return null;
    this.#forget();
    const socket = await kept.opening;
    if (kept.isOver) return null;
    kept.isOver = true;
    socket.removeAllListeners('readable');
    return { socket, tookMs: kept.openAt - kept.startedAt };
  }

  /** Closes the socket that waits. */
  drop(): void {
    const kept = this.#kept;
    this.#forget();
    if (kept === null) return;
    kept.isOver = true;
    kept.opening.then(
      (socket) => socket.destroy(),
      () => undefined,
    );
  }

  #forget(): void {
    this.#kept = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #watch(kept: Kept, socket: Socket): void {
    if (kept.isOver) return;
    kept.openAt = performance.now();
    const end = (): void => {
      if (kept.isOver) return;
      kept.isOver = true;
      socket.destroy();
    };
    socket.on('error', end);
    // Its end, or words that nobody asked for.
    socket.once('readable', end);
  }
}
