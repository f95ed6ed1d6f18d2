import type { CopyFormat, CopyTemplate } from '../../contract/core/copy-format.ts';
import { formatInForce } from '../../contract/core/copy-format.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { favouritesByNumber } from '../../contract/list/sort-rows.ts';
import { isInView, recentMs, unhidden } from '../../contract/list/views.ts';
import type { Environment, ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, type RowStatus, rowStatus, stableSession } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { AppState, Row } from '../../contract/state.ts';

/** What the icon in the tray tells: the worst of all servers, and `locked` instead of it behind the lock. */
export type TrayState = 'running' | 'expiring' | 'problem' | 'locked';

/** One server in the menu. */
export interface TrayServer {
  readonly id: ProfileId;
  readonly name: string;
  readonly userName: string;
  readonly environment: Environment;
  readonly status: RowStatus;
  /** Whether it has a session that can be copied, if only after a question. */
  readonly hasToken: boolean;
  /** The format in which its session is copied unless another one is asked for. */
  readonly format: CopyFormat;
}

/** What the tray shows. Two that are equal as JSON look the same. */
export interface TrayFacts {
  readonly state: TrayState;
  readonly expiring: number;
  readonly problems: number;
  readonly favourites: readonly TrayServer[];
  readonly recent: readonly TrayServer[];
  /** Whether one of our secrets may be on the clipboard. */
  readonly copied: boolean;
  readonly templates: readonly Pick<CopyTemplate, 'id' | 'name'>[];
}

/** The most favorites, and the most recent servers, in the menu. */
const mostServers = 10;

// SECURITY: built from nothing, so that no name stands behind the lock (0047).
const locked: TrayFacts = {
  ...{ state: 'locked', expiring: 0, problems: 0, favourites: [], recent: [], copied: false, templates: [] },
};

/** What the tray shows of a state. */
export function trayFacts(state: AppState, now: EpochMs): TrayFacts {
  if (state.lock.kind === 'locked') return locked;
  const moment = { now, expiringMs: expiringSpanMs(state.settings) };
  const count = (view: 'expiring' | 'problems') =>
    state.rows.filter((row) => isInView(row, view, moment)).length;
  const expiring = count('expiring');
  const problems = count('problems');
  const server = (row: Row) => trayServer(row, state.templates, moment);
  return {
    state: problems > 0 ? 'problem' : expiring > 0 ? 'expiring' : 'running',
    ...{ expiring, problems },
    favourites: favouritesByNumber(state.rows.filter(({ profile }) => profile.favourite))
      .slice(0, mostServers)
      .map(server),
    recent: recentRows(state.rows, now).slice(0, mostServers).map(server),
    copied: state.clipboard !== null,
    templates: state.templates.map(({ id, name }) => ({ id, name })),
  };
}

/** The next moment at which the tray shows something else although nothing was done; null if none is known. */
export function nextChange(state: AppState, now: EpochMs): EpochMs | null {
  if (state.lock.kind === 'locked') return null;
  const expiringMs = expiringSpanMs(state.settings);
  let next = Number.POSITIVE_INFINITY;
  const add = (moment: EpochMs) => {
    if (moment > now && moment < next) next = moment;
  };
  for (const { session, lastUsedAt } of state.rows) {
    const stable = stableSession(session);
    if (hasToken(stable) && stable.expiresAt !== null) {
      // Expiring is what has less than this left, so it is true a moment later.
      add(stable.expiresAt - expiringMs + 1);
      add(stable.expiresAt);
    }
    if (lastUsedAt !== null) add(lastUsedAt + recentMs);
  }
  return Number.isFinite(next) ? next : null;
}

/** The servers that were used last, the latest first; favorites have a place of their own. */
function recentRows(rows: readonly Row[], now: EpochMs): readonly Row[] {
  return unhidden(rows)
    .filter((row) => !row.profile.favourite && isInView(row, 'recent', { now, expiringMs: 0 }))
    .toSorted((one, other) => (other.lastUsedAt ?? 0) - (one.lastUsedAt ?? 0));
}

function trayServer(
  row: Row,
  templates: readonly CopyTemplate[],
  { now, expiringMs }: { readonly now: EpochMs; readonly expiringMs: number },
): TrayServer {
  const { id, name, userName, environment, copyFormat } = row.profile;
  return {
    ...{ id, name, userName, environment },
    status: rowStatus({ ...row, session: stableSession(row.session) }, now, expiringMs),
    hasToken: hasToken(stableSession(row.session)),
    format: formatInForce(copyFormat, templates),
  };
}
