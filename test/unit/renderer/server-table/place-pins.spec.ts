import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs } from '../../../../contract/core/time.ts';
import type { ProfileId } from '../../../../contract/profiles/profile.ts';
import {
  byEnd,
  monthsAhead,
  placePins,
  type SessionEnd,
  spanMs,
} from '../../../../renderer/server-table/timeline/place-pins.ts';
import { sessionEnds } from '../../../../renderer/server-table/timeline/session-ends.ts';
import { held, rowOf } from '../../../support/fake-bridge/fake-rows.ts';

const now = new Date(2026, 10, 27, 12).getTime();
const measures = {
  ...{ width: 960, lanes: 4, gap: 6, clusterWidth: 96 },
  chipWidth: ({ name }: SessionEnd) => Math.min(196, 34 + name.length * 7),
};

const sessions = fc
  .array(
    fc.record({
      name: fc.string({ maxLength: 40 }),
      environment: fc.constantFrom('none', 'test', 'production'),
      loggedInAt: fc.constant(now),
      endsAt: fc.integer({ min: now - 10 * dayMs, max: now + 200 * dayMs }),
    }),
    { maxLength: 300 },
  )
  .map((made) => made.map((one, index) => ({ ...one, id: `profile ${index}` as ProfileId })));

const named = (name: string, days: number, environment: SessionEnd['environment'] = 'none') => ({
  ...{ id: name as ProfileId, name, environment, loggedInAt: now, endsAt: now + days * dayMs },
});

describe('the chips of the timeline', () => {
  test('never cover each other, and none is cut off', () => {
    fc.assert(
      fc.property(sessions, fc.integer({ min: 300, max: 2_000 }), (all, width) => {
        const chips = placePins(all, now, { ...measures, width });
        for (const [index, one] of chips.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.left + one.width).toBeLessThanOrEqual(width);
          expect(one.x >= one.left && one.x <= width).toBe(true);
          for (const other of chips.slice(index + 1))
            if (one.lane === other.lane)
              expect(one.left + one.width <= other.left || other.left + other.width <= one.left).toBe(true);
        }
      }),
    );
  });

  test('hold every session that ends in the span exactly once, by date', () => {
    fc.assert(
      fc.property(sessions, (all) => {
        const placed = placePins(all, now, measures).flatMap((chip) => chip.sessions);
        expect(new Set(placed)).toEqual(new Set(byEnd(all, now)));
        expect(placed).toHaveLength(byEnd(all, now).length);
        const inSpan = all.filter(({ endsAt }) => endsAt > now && endsAt <= now + spanMs);
        expect(inSpan.every((session) => placed.includes(session))).toBe(true);
      }),
    );
  });

  test('have the edge of production if any of their sessions is of production', () => {
    fc.assert(
      fc.property(sessions, (all) => {
        for (const { sessions: within, environment } of placePins(all, now, measures)) {
          const environments = within.map((one) => one.environment);
          expect(environment === 'production').toBe(environments.includes('production'));
          if (environment === 'none') expect(environments).not.toContain('test');
        }
      }),
    );
  });

  test('stand where the session ends, in the first lane with room', () => {
    const chips = placePins([named('Lab', 90), named('Gate', 1), named('Depot', 2)], now, measures);
    expect(chips.map(({ sessions: [first], lane }) => [first?.name, lane])).toEqual([
      ['Gate', 0],
      ['Depot', 1],
      ['Lab', 0],
    ]);
    expect(chips.at(-1)?.x).toBe(480);
  });

  test('include a new session of a server whose clock is ahead', () => {
    const [chip] = placePins([{ ...named('New', 180), endsAt: now + spanMs + 90_000 }], now, measures);
    expect(chip?.x).toBe(measures.width);
    expect(placePins([named('Later', 181)], now, measures)).toEqual([]);
  });

  test('become one when there is no lane left', () => {
    const many = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => named(name, 10));
    const chips = placePins([...many, named('G', 10, 'production')], now, measures);
    expect(chips.map((chip) => chip.sessions.length)).toEqual([1, 1, 1, 4]);
    expect(chips.at(-1)).toMatchObject({ environment: 'production', width: 96 });
  });
});

describe('the sessions of the timeline', () => {
  test('are those that are alive and have an end', () => {
    const rows = [
      rowOf(1, { ...place, name: 'Alive', session: held(now, 30 * dayMs, 'accepted') }),
      rowOf(2, { ...place, name: 'Unreachable', session: held(now, 20 * dayMs, 'unreachable') }),
      rowOf(3, { ...place, name: 'Rejected', session: held(now, 30 * dayMs, 'refused') }),
      rowOf(4, { ...place, name: 'Expired', session: held(now, -dayMs, 'accepted') }),
      rowOf(5, { ...place, name: 'No end', session: held(now, null, 'accepted') }),
      rowOf(6, { ...place, name: 'Logged out', session: { phase: 'logged-out' } }),
    ];
    expect(sessionEnds(rows, now, dayMs).map(({ name }) => name)).toEqual(['Alive', 'Unreachable']);
  });
});

const place = { address: 'https://10.0.4.7', userName: 'guard' };

describe('the months of the timeline', () => {
  test('start on their first day', () => {
    const months = monthsAhead(now).map((month) => new Date(month));
    expect(months.map((month) => month.getMonth())).toEqual([11, 0, 1, 2, 3, 4]);
    expect(months.every((month) => month.getDate() === 1 && month.getHours() === 0)).toBe(true);
  });
});
