import { describe, expect, test } from 'vitest';
import { asProfileId, type ProfileId } from '../../../contract/profiles/profile.ts';
import {
  maxSideWindows,
  overviewSubject,
  readSideSearch,
  sideSearch,
} from '../../../contract/windows/side-window.ts';
import { readSidePlaces, type SidePlaces, withSidePlace } from '../../../main/settings/window-places.ts';
import { type SideWindowPlan, SideWindows } from '../../../main/side-windows/side-windows.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const idOf = (number: number): ProfileId =>
  asProfileId(`${String(number).padStart(8, '0')}-1111-4111-8111-111111111111`);
const detailsOf = (number: number) => ({ kind: 'details', profileId: idOf(number) }) as const;
const place = { x: 10, y: 20, width: 500, height: 600, maximized: false };

function start() {
  const rows = Array.from({ length: 12 }, (_, number) =>
    sampleRow({ profile: sampleProfile({ id: idOf(number) }) }),
  );
  const live = new LiveState(sampleAppState({ rows }));
  const plans = new Map<string, SideWindowPlan>();
  const focused: string[] = [];
  let places: SidePlaces = {};
  const windows = new SideWindows({
    live,
    openWindow: (plan) => {
      const { search } = plan;
      plans.set(search, plan);
      return {
        focus: () => void focused.push(search),
        close: () => {
          plans.delete(search);
          plan.closed(place);
        },
      };
    },
    places: {
      read: () => places,
      keep: async (kept) => {
        places = kept;
      },
    },
  });
  const close = (number: number) => {
    const search = sideSearch(detailsOf(number));
    const plan = plans.get(search);
    plans.delete(search);
    plan?.closed(place);
  };
  return { windows, live, plans, focused, close, placesNow: () => places };
}

describe('side windows', () => {
  test('open once for each subject', () => {
    const { windows, plans, focused } = start();
    for (const _ of ['once', 'twice']) expect(windows.open(detailsOf(1))).toEqual({ ok: true });
    expect([plans.size, focused]).toEqual([1, [sideSearch(detailsOf(1))]]);
  });

  test('are eight at most, and none for a profile that is gone', () => {
    const { windows, live, plans, close } = start();
    for (let number = 0; number < maxSideWindows; number += 1) windows.open(detailsOf(number));
    expect(windows.open(detailsOf(8))).toMatchObject({ problem: { code: 'too-many-side-windows' } });
    expect(windows.open(detailsOf(7)), 'one that is open').toMatchObject({ ok: true });
    close(3);
    expect(windows.open(detailsOf(8))).toMatchObject({ ok: true });
    expect(plans.size).toBe(maxSideWindows);
    live.change({ gone: [idOf(9)] });
    expect(windows.open(detailsOf(9))).toMatchObject({ problem: { code: 'profile-gone' } });
  });

  test('open where they were closed, and are closed and forgotten with their profile', () => {
    const { windows, live, plans, close, placesNow } = start();
    windows.open(detailsOf(1));
    expect(plans.get(sideSearch(detailsOf(1)))?.place).toBeNull();
    close(1);
    windows.open(detailsOf(1));
    windows.open(detailsOf(2));
    close(2);
    expect(plans.get(sideSearch(detailsOf(1)))?.place).toEqual(place);
    windows.open({ kind: 'sessions', profileId: idOf(1) });
    windows.open(overviewSubject);
    live.change({ gone: [idOf(1), idOf(2)] });
    expect([[...plans.keys()], placesNow()]).toEqual([[sideSearch(overviewSubject)], {}]);
    plans.get(sideSearch(overviewSubject))?.closed(place);
    live.change({ gone: [idOf(3)] });
    expect(placesNow()).toEqual({ [sideSearch(overviewSubject)]: place });
  });
});

describe('the places of side windows', () => {
  test('are read each separately', () => {
    const good = sideSearch(detailsOf(1));
    const strange = { [sideSearch(detailsOf(2))]: { width: 1 }, '?other=1': place, '?details=x': place };
    expect(readSidePlaces({ ...strange, [good]: place })).toEqual({ [good]: place });
    for (const raw of [null, [], 'x', 7]) expect(readSidePlaces(raw)).toEqual({});
  });

  test('are 200 at most, those of the windows that were closed last', () => {
    let places: SidePlaces = {};
    for (let number = 0; number < 300; number += 1)
      places = withSidePlace(places, sideSearch(detailsOf(number)), place);
    expect(Object.keys(places)).toHaveLength(200);
    places = withSidePlace(places, sideSearch(detailsOf(150)), place);
    expect(Object.keys(readSidePlaces(places)).at(-1)).toBe(sideSearch(detailsOf(150)));
    expect(Object.keys(places)).toHaveLength(200);
  });
});

describe('the search of the page of a side window', () => {
  test('names its subject, and nothing else does', () => {
    for (const subject of [detailsOf(1), { ...detailsOf(1), kind: 'sessions' } as const, overviewSubject])
      expect(readSideSearch(sideSearch(subject))).toEqual(subject);
    for (const search of [
      '',
      '?',
      '?details',
      '?details=',
      '?details=../x',
      '?overview=1',
      '?settings=1',
      `?x=${idOf(1)}`,
    ])
      expect(readSideSearch(search), search).toBeNull();
  });
});
