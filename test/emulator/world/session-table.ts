import { createHash, randomBytes } from 'node:crypto';

/** What a client tells about itself when it logs in. */
export interface Device {
  readonly uuid: string;
  readonly mobile: boolean;
  readonly deviceInfo: Readonly<Record<string, unknown>>;
  readonly ip: string;
}

/** One token's row. The token itself is not in it: `id` is its SHA-512. */
export interface Session extends Device {
  readonly id: string;
  /** Grows with every row, so that equal dates still have an order. */
  readonly row: number;
  readonly userId: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly lastPingAt: number;
  /** False only for the token of a face step that still awaits the password. */
  readonly active: boolean;
  /** True when its device was blocked: the token is dead, the row stays for the list. */
  readonly killed: boolean;
}

/** The session rows of one emulated server. */
export class SessionTable {
  readonly #rows = new Map<string, Session>();
  readonly #watchers: (() => void)[] = [];
  #lastRow = 0;

  get all(): readonly Session[] {
    return [...this.#rows.values()];
  }

  /** Makes a token and its row. The caller holds the only copy of the token. */
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

  /** The live row of a token; an expired row is deleted when it is first asked for. */
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

  /** Deletes rows, and so their tokens. */
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
