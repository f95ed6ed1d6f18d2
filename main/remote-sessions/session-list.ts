import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { MorePages, RemoteSession, SessionFilter } from '../../contract/sessions/remote-sessions.ts';
import { byThisClock } from '../servers/http/clock-skew.ts';
import type { ListedSession, ListPage } from '../servers/responses/sessions-response.ts';
import { deviceName } from './device-name.ts';
import { sessionIdentity } from './session-identity.ts';
import { isMine, sessionOwner, type Viewer } from './session-owner.ts';

/** The most sessions that one list holds. */
export const maxSessions = 2_000;
/** A server whose pages are nearly empty is not followed without end. */
const maxPages = 100;

/** A session of a list together with what only main knows of it. */
export interface ListedEntry {
  readonly id: string;
  readonly shown: RemoteSession;
}

/** What one login sees of a server's sessions, page after page; the ids stay here. */
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
    /** Of the token that asked: a list is of one login only. */
    readonly fingerprint: string,
    readonly filter: SessionFilter,
  ) {}

  get more(): MorePages {
    return this.#more;
  }

  /** Asks for the next page; null asks for the first. */
  get cursor(): string | null {
    return this.#cursor;
  }

  /** Takes a page in, and gives back what of it is wanted and was not there before. */
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
    // SECURITY: a server that leads in a circle, or on for ever, is not followed (0019).
    const leadsBack = this.#cursors.has(cursor);
    this.#cursors.add(cursor);
    const isFull = this.entries.length >= maxSessions || this.#pages >= maxPages;
    return leadsBack || isFull ? 'cut' : 'yes';
  }
}

/** A server may not know a filter, so what it lists is looked at once more. */
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
