import type { EpochMs } from '../../contract/core/time.ts';
import type { Grouping } from '../../contract/layout.ts';
import { groupRows } from '../../contract/list/groups.ts';
import { sortRows } from '../../contract/list/sort-rows.ts';
import { countViews, isInView, recentMs, unhidden } from '../../contract/list/views.ts';
import type { CountedViews, ListGroup, View } from '../../contract/list-outline.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { SortOrder } from '../../contract/settings.ts';
import type { AppState, Row } from '../../contract/state.ts';
import { nextSession } from '../sessions/session-state.ts';

/** What a person chose that decides how the list begins. */
export interface ListChoices {
  readonly sortOrder: SortOrder;
  readonly groupBy: Grouping;
  readonly expiringMs: number;
}

/** A row enters a view, or leaves it, by time alone. */
type Turn = readonly [at: EpochMs, view: View, change: 1 | -1];

/** How the window begins with a long list: its first rows, and what it says about all. Right at any time. */
export interface FirstPicture {
  /** As at a start, before the clock is asked. */
  readonly rows: readonly Row[];
  readonly count: number;
  readonly groups: readonly ListGroup[];
  /** The counts before the first turn. */
  readonly views: CountedViews;
  readonly turns: readonly Turn[];
}

/** More rows than the highest window shows. */
const keptRows = 100;

const timedViews: readonly View[] = ['expiring', 'problems', 'recent'];

/** Takes the picture of these rows, which have to be those of a start. */
export function takePicture(rows: readonly Row[], choices: ListChoices): FirstPicture {
  const { sortOrder, groupBy, expiringMs } = choices;
  const ordered = groupRows(unhidden(sortRows(rows, sortOrder)), groupBy);
  return {
    rows: ordered.rows.slice(0, keptRows),
    count: ordered.rows.length,
    groups: ordered.groups,
    views: countViews(rows, { now: Number.NEGATIVE_INFINITY, expiringMs }),
    turns: rows.flatMap((row) => turnsOf(row, expiringMs)).sort(([one], [other]) => one - other),
  };
}

/** What the window shows of a picture at this time. */
export function showPicture(picture: FirstPicture, now: EpochMs): Pick<AppState, 'rows' | 'outline'> {
  const { count, groups, views, turns } = picture;
  const changes = new Map<View, number>();
  for (const [at, view, change] of turns) if (at <= now) changes.set(view, (changes.get(view) ?? 0) + change);
  const fixed = views.fixed.map((one) => ({ ...one, count: one.count + (changes.get(one.view) ?? 0) }));
  return {
    rows: picture.rows.map((row) => ({
      ...row,
      session: nextSession(row.session, { type: 'time-passed', now }),
    })),
    outline: { count, groups, views: { ...views, fixed } },
  };
}

function turnsOf(row: Row, expiringMs: number): readonly Turn[] {
  const { session, lastUsedAt } = row;
  const endsAt = hasToken(session) ? session.expiresAt : null;
  const moments = [
    ...(endsAt === null ? [] : [endsAt - expiringMs + 1, endsAt]),
    ...(lastUsedAt === null ? [] : [lastUsedAt + recentMs]),
  ].sort((one, other) => one - other);
  let before = Number.NEGATIVE_INFINITY;
  return moments.flatMap((now) => {
    const turns = timedViews.flatMap((view): Turn[] => {
      const was = isInView(row, view, { now: before, expiringMs });
      return was === isInView(row, view, { now, expiringMs }) ? [] : [[now, view, was ? -1 : 1]];
    });
    before = now;
    return turns;
  });
}
