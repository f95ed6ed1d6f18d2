import { createHash, randomBytes } from 'node:crypto';

/** The device fields of a log-in. */
export interface Device {
  readonly uuid: string;
  readonly mobile: boolean;
  readonly deviceInfo: Readonly<Record<string, unknown>>;
  readonly ip: string;
}

/** The row of a token, without the token itself: `id` is its SHA-512. */
export interface Session extends Device {
  readonly id: string;
  /** Grows with every row, so that equal dates still have an order. */
  readonly row: number;
  readonly userId: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly lastPingAt: number;
  /** False only for a face token that still waits for the password. */
  readonly active: boolean;
  /** True if its device was blocked: the token is invalid, the row stays in the list. */
  readonly killed: boolean;
}

/** The sessions of an emulated server. */
export class SessionTable {
  readonly #rows = new Map<string, Session>();
  readonly #watchers: (() => void)[] = [];
  #lastRow = 0;

  get all(): readonly Session[] {
    return [...this.#rows.values()];
  }

  /** Creates a token and its row; returns the only copy of the token. */
  open(userId: number, device: Device, now: number, expiresAt: number, active: boolean): string {
    const token = randomBytes(32).toString('hex');
    this.#lastRow += 1;
    const id = digest(token);
    this.#rows.set(id, {
      ...device,
      id,
      row: this.#lastRow,
      userId,
      createdAt: now,
      expiresAt,
      lastPingAt: now,
      active,
      killed: false,
    });
    return token;
  }

  byId(id: string): Session | undefined {
    return this.#rows.get(id);
  }

  /** The row of a valid token; an expired row is deleted on access. */
  byToken(token: string, now: number): Session | undefined {
    const session = this.#rows.get(digest(token));
    if (!session || session.killed) return undefined;
    if (session.expiresAt > now) return session;
    this.end([session]);
    return undefined;
  }

  change(session: Session, changes: Partial<Pick<Session, 'expiresAt' | 'lastPingAt' | 'killed'>>): void {
    if (this.#rows.has(session.id)) this.#rows.set(session.id, { ...session, ...changes });
    this.#tell();
  }

  /** Deletes rows, and so invalidates their tokens. */
  end(sessions: readonly Session[]): void {
    for (const session of sessions) this.#rows.delete(session.id);
    this.#tell();
  }

  /** Calls back whenever a row is changed or deleted. */
  watch(tell: () => void): void {
    this.#watchers.push(tell);
  }

  #tell(): void {
    for (const tell of this.#watchers) tell();
  }
}

function digest(token: string): string {
  return createHash('sha512').update(token).digest('hex');
}
