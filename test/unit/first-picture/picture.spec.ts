import { describe, expect, test } from 'vitest';
import { groupings } from '../../../contract/layout.ts';
import { countViews } from '../../../contract/list/views.ts';
import { choices } from '../../../contract/settings.ts';
import type { Row } from '../../../contract/state.ts';
import { showPicture, takePicture } from '../../../main/first-picture/picture.ts';
import { nextSession } from '../../../main/sessions/session-state.ts';
import { orderList } from '../../../renderer/list/order.ts';
import { held, rowOf } from '../../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../../support/fake-bridge/sample-rows.ts';

const now = Date.UTC(2026, 10, 24, 12);
const day = 86_400_000;
const expiringMs = 14 * day;
const usual = { sortOrder: 'name', groupBy: 'none', expiringMs } as const;

const verdicts = ['accepted', 'refused', null, 'unreachable'] as const;

/** Rows as at a start: their sessions are active until the clock is asked. */
const rows: readonly Row[] = [
  ...sampleRows(now),
  ...Array.from({ length: 150 }, (_, index) =>
    rowOf(1_000 + index, {
      ...{ name: `Server ${index}`, address: `https://${index}.example`, userName: `operator${index % 7}` },
      session:
        index % 3 === 0
          ? { phase: 'logged-out' }
          : held(now, (index - 70) * day, verdicts[index % verdicts.length] ?? null),
      tags: index % 2 === 0 ? ['even'] : [],
      environment: index % 5 === 0 ? 'production' : 'none',
      favourite: index % 11 === 0,
      ...(index % 13 === 0 && { hidden: true }),
      lastUsedAt: now - index * day,
    }),
  ),
].map((row) => ({ ...row, session: nextSession(row.session, { type: 'time-passed', now: 0 }) }));
const agedAt = (moment: number): readonly Row[] =>
  rows.map((row) => ({ ...row, session: nextSession(row.session, { type: 'time-passed', now: moment }) }));

describe('the first picture of a list', () => {
  test('has the first rows in the order in which the page shows all', () => {
    for (const sortOrder of choices.sortOrder)
      for (const groupBy of groupings) {
        const shown = showPicture(takePicture(rows, { ...usual, sortOrder, groupBy }), now);
        const query = { view: 'all', search: '', sortOrder, groupBy, listRevision: 1 } as const;
        const list = orderList(null, query, agedAt(now), { now, expiringMs }, () => []);
        expect(shown.rows.map(({ profile }) => profile.id)).toEqual(list.ids.slice(0, 100));
        expect(shown.outline).toMatchObject({ count: list.ids.length, groups: list.groups });
        const part = orderList(null, query, shown.rows, { now, expiringMs }, () => []);
        expect(part.ids, 'the page orders the part as it orders all').toEqual(list.ids.slice(0, 100));
      }
  });

  test('counts the views of all rows as they are when it is shown, whenever that is', () => {
    const picture = takePicture(rows, usual);
    const moments = [-400, -90, -71, -14.5, -14, -1, 0, 1, 6.99, 7, 14, 30, 66, 400].map(
      (days) => now + days * day,
    );
    for (const moment of moments.flatMap((at) => [at - 1, at, at + 1]))
      expect(showPicture(picture, moment).outline?.views).toEqual(
        countViews(agedAt(moment), { now: moment, expiringMs }),
      );
  });

  test('shows sessions that ended since it was taken as ended, and those of a clock put back as active', () => {
    const one = rowOf(1, {
      ...{ name: 'One', address: 'https://one.example', userName: 'operator' },
      session: held(now, day, 'accepted'),
    });
    const picture = takePicture([one], usual);
    const phaseAt = (moment: number) => showPicture(picture, moment).rows[0]?.session.phase;
    expect([phaseAt(now), phaseAt(now + day), phaseAt(now - day)]).toEqual(['active', 'expired', 'active']);
  });
});
