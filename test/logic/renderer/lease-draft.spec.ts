import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type Lease, longestLeaseSeconds } from '../../../contract/profiles/auto-logout.ts';
import { draftOf, leaseOf, leaseTimes } from '../../../renderer/auto-logout/auto-logout-draft.ts';
import { readTime, timeText } from '../../../renderer/i18n/format-auto-logout.ts';

const none: Lease = { afterSeconds: null, atMinute: null, onLock: false, onQuit: false };

test.describe('a lease that is typed', () => {
  test('is what it was when nothing was changed in it', () => {
    const kept = fc.record<Lease>({
      afterSeconds: fc.option(
        fc.oneof(
          fc.constantFrom(...leaseTimes),
          fc.integer({ min: 1, max: 10_000 }).map((minutes) => minutes * 60),
        ),
      ),
      atMinute: fc.option(fc.integer({ min: 0, max: 1_439 })),
      onLock: fc.boolean(),
      onQuit: fc.boolean(),
    });
    fc.assert(
      fc.property(kept, (lease) => {
        expect(leaseOf(draftOf(lease))).toEqual({ lease, amountWrong: false, timeWrong: false });
      }),
    );
  });

  test('offers eight hours and 18:00 to somebody who begins', () => {
    expect(draftOf(none)).toMatchObject({ after: false, seconds: '28800', atHour: false, time: '18:00' });
  });

  test('shows another time in the largest unit that needs no fraction', () => {
    const shown = (afterSeconds: number) => {
      const { seconds, amount, unit } = draftOf({ ...none, afterSeconds });
      return [seconds, amount, unit];
    };
    expect(shown(2 * 86_400)).toEqual(['own', '2', 'days']);
    expect(shown(90 * 60)).toEqual(['own', '90', 'minutes']);
    expect(shown(7_200)).toEqual(['own', '2', 'hours']);
  });

  for (const amount of ['', '0', '-5', '1.5', '1e3', 'ten', '99999999'])
    test(`is refused for an amount of "${amount}", and for nothing else`, () => {
      const draft = { ...draftOf(none), after: true, seconds: 'own', amount };
      expect(leaseOf(draft)).toEqual({ lease: null, amountWrong: true, timeWrong: false });
      expect(leaseOf({ ...draft, after: false }).lease, 'what is not chosen is not read').toEqual(none);
    });

  test('is no longer than a lease may be', () => {
    const minutes = longestLeaseSeconds / 60;
    const draft = { ...draftOf(none), after: true, seconds: 'own', unit: 'minutes' as const };
    expect(leaseOf({ ...draft, amount: String(minutes) }).lease).toMatchObject({
      afterSeconds: minutes * 60,
    });
    expect(leaseOf({ ...draft, amount: String(minutes + 1) }).amountWrong).toBe(true);
  });

  test('takes a time of day as people write it', () => {
    const written = ['18:00', '18.00', '18 00', '1800', ' 18:00 ', '18'];
    expect(written.map(readTime)).toEqual(written.map(() => 1_080));
    expect(['0:05', '00:00', '7', '23:59'].map(readTime)).toEqual([5, 0, 420, 1_439]);
    expect(['24:00', '12:60', '', 'noon', '1:5', '-1', '18:00:00'].map(readTime)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
    expect([0, 65, 1_439].map(timeText)).toEqual(['00:00', '01:05', '23:59']);
  });
});
