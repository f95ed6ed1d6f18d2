import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { MorePages, RemoteSession, SessionFilter } from '../../contract/sessions/remote-sessions.ts';
import { byThisClock } from '../servers/http/clock-skew.ts';
import type { ListedSession, ListPage } from '../servers/responses/sessions-response.ts';
import { deviceName } from './device-name.ts';
import { sessionIdentity } from './session-identity.ts';
import { isMine, sessionOwner, type Viewer } from './session-owner.ts';

/** Maximum number of sessions in one list. */
const maxSessions = 2_000;
/** Limit for servers whose pages are nearly empty. */
const maxPages = 100;

/** A listed session with the data that stays in main. */
export interface ListedEntry {
  readonly id: string;
  readonly shown: RemoteSession;
}

/** The sessions of a server as one log-in sees them, page by page; session IDs stay in main. */
export class SessionList {
  readonly entries: ListedEntry[] = [];
  readonly #ids = new Set<string>();
  readonly #cursors = new Set<string>();
  #pages = 0;
  #cursor: string | null = null;
  #more: MorePages = 'yes';

  constructor(
    readonly listId: number,
    readonly profileId: ProfileId,
    /** Fingerprint of the token: a list belongs to one log-in. */
    readonly fingerprint: string,
    readonly filter: SessionFilter,
  ) {}

  get more(): MorePages {
    return this.#more;
  }

  /** The cursor of the next page; null for the first. */
  get cursor(): string | null {
    return this.#cursor;
  }

  /** Adds a page; returns the sessions that match the filter and were not in the list yet. */
  take(page: ListPage<ListedSession>, skewMs: number, viewer: Viewer): readonly RemoteSession[] {
    this.#pages += 1;
    const fresh: RemoteSession[] = [];
    for (const listed of page.items) {
      if (this.entries.length >= maxSessions) break;
      const shown = shownSession(this.entries.length, listed, skewMs, viewer);
      if (this.#ids.has(listed.id) || !isWanted(shown, this.filter)) continue;
      this.#ids.add(listed.id);
      this.entries.push({ id: listed.id, shown });
      fresh.push(shown);
    }
    this.#cursor = page.cursor;
    this.#more = this.#whatIsNext(page.cursor);
    return fresh;
  }

  #whatIsNext(cursor: string | null): MorePages {
    if (cursor === null) return 'no';
    // SECURITY: cursors that repeat or never end are not followed (0019).
    const leadsBack = this.#cursors.has(cursor);
    this.#cursors.add(cursor);
    const isFull = this.entries.length >= maxSessions || this.#pages >= maxPages;
    return leadsBack || isFull ? 'cut' : 'yes';
  }
}

/** Applies the filter again, since a server may ignore parameters it does not know. */
function isWanted(session: RemoteSession, { whose, status, activeOnly }: SessionFilter): boolean {
  if (whose === 'mine' && !session.mine) return false;
  if (activeOnly && !session.active) return false;
  return status === null || session.status === status;
}

function shownSession(key: number, listed: ListedSession, skewMs: number, viewer: Viewer): RemoteSession {
  const moment = (at: number | null) => (at === null ? null : byThisClock(at, skewMs));
  const mark = sessionOwner(listed, viewer);
  return {
    key,
    identity: sessionIdentity(viewer.profile.address, listed.id),
    mark,
    userName: listed.userName,
    mine: mark === 'own' || isMine(listed, viewer),
    device: deviceName(listed.deviceInfo),
    deviceId: listed.deviceId,
    ip: listed.ip,
    mobile: listed.mobile,
    active: listed.active,
    status: listed.status,
    createdAt: moment(listed.createdAt),
    lastSeenAt: moment(listed.lastSeenAt),
  };
}
