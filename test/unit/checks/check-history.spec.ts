import { describe, expect, test } from 'vitest';
import { maxCheckPoints } from '../../../contract/sessions/checking.ts';
import { type Check, verdicts } from '../../../contract/sessions/session.ts';
import { CheckHistory } from '../../../main/checks/check-history.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const depot = sampleProfile();
const check = (at: number, differently: Partial<Check> = {}): Check => ({
  ...{ verdict: 'accepted', at, tookMs: 41, problem: null },
  ...differently,
});

describe('the check history', () => {
  test('keeps every verdict, with its time and the response time', () => {
    const history = new CheckHistory();
    const noted = verdicts.map((verdict, nth) => ({
      ...{ at: 1_764_000_000_000 + nth, verdict },
      tookMs: verdict === 'accepted' ? 0 : null,
    }));
    for (const point of noted) history.note(depot, check(point.at, point));
    expect(history.pointsOf(depot.id)).toEqual(noted);
  });

  test('keeps the last checks, the newest last', () => {
    const history = new CheckHistory();
    for (let at = 1; at <= maxCheckPoints + 5; at++) history.note(depot, check(at));
    const moments = history.pointsOf(depot.id).map(({ at }) => at);
    expect(moments).toEqual(Array.from({ length: maxCheckPoints }, (_, nth) => nth + 6));
  });

  test('begins anew at another server, and knows nothing of a removed profile', () => {
    const history = new CheckHistory();
    history.note(depot, check(1));
    const moved = { ...depot, address: { origin: 'https://10.0.4.99', basePath: '' } };
    history.note(moved, check(2));
    expect(history.pointsOf(depot.id).map(({ at }) => at)).toEqual([2]);
    history.forget(depot.id);
    expect(history.pointsOf(depot.id)).toEqual([]);
  });
});
