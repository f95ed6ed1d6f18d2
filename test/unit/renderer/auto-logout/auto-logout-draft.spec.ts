import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AutoLogoutPolicy, maxAutoLogoutSeconds } from '../../../../contract/profiles/auto-logout.ts';
import { offeredSeconds, parseDraft, toDraft } from '../../../../renderer/auto-logout/auto-logout-draft.ts';
import { formatTimeOfDay, parseTimeOfDay } from '../../../../renderer/i18n/format-auto-logout.ts';

const none: AutoLogoutPolicy = { afterSeconds: null, atMinute: null, onLock: false, onQuit: false };

describe('an edited auto log-out policy', () => {
  test('is unchanged if nothing was edited', () => {
    const kept = fc.record<AutoLogoutPolicy>({
      afterSeconds: fc.option(
        fc.oneof(
          fc.constantFrom(...offeredSeconds),
          fc.integer({ min: 1, max: 10_000 }).map((minutes) => minutes * 60),
        ),
      ),
      atMinute: fc.option(fc.integer({ min: 0, max: 1_439 })),
      onLock: fc.boolean(),
      onQuit: fc.boolean(),
    });
    fc.assert(
      fc.property(kept, (lease) => {
        expect(parseDraft(toDraft(lease))).toEqual({ lease, amountWrong: false, timeWrong: false });
      }),
    );
  });

  test('starts with eight hours and 18:00', () => {
    expect(toDraft(none)).toMatchObject({ after: false, seconds: '28800', atHour: false, time: '18:00' });
  });

  test('shows another time in the largest unit that needs no fraction', () => {
    const shown = (afterSeconds: number) => {
      const { seconds, amount, unit } = toDraft({ ...none, afterSeconds });
      return [seconds, amount, unit];
    };
    expect(shown(2 * 86_400)).toEqual(['own', '2', 'days']);
    expect(shown(90 * 60)).toEqual(['own', '90', 'minutes']);
    expect(shown(7_200)).toEqual(['own', '2', 'hours']);
  });

  for (const amount of ['', '0', '-5', '1.5', '1e3', 'ten', '99999999'])
    test(`is refused for an amount of "${amount}", and for nothing else`, () => {
      const draft = { ...toDraft(none), after: true, seconds: 'own', amount };
      expect(parseDraft(draft)).toEqual({ lease: null, amountWrong: true, timeWrong: false });
      expect(parseDraft({ ...draft, after: false }).lease, 'what is not chosen is not read').toEqual(none);
    });

  test('is no longer than an auto-logout may be', () => {
    const minutes = maxAutoLogoutSeconds / 60;
    const draft = { ...toDraft(none), after: true, seconds: 'own', unit: 'minutes' as const };
    expect(parseDraft({ ...draft, amount: String(minutes) }).lease).toMatchObject({
      afterSeconds: minutes * 60,
    });
    expect(parseDraft({ ...draft, amount: String(minutes + 1) }).amountWrong).toBe(true);
  });

  test('takes a time of day as people write it', () => {
    const written = ['18:00', '18.00', '18 00', '1800', ' 18:00 ', '18'];
    expect(written.map(parseTimeOfDay)).toEqual(written.map(() => 1_080));
    expect(['0:05', '00:00', '7', '23:59'].map(parseTimeOfDay)).toEqual([5, 0, 420, 1_439]);
    expect(['24:00', '12:60', '', 'noon', '1:5', '-1', '18:00:00'].map(parseTimeOfDay)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
    expect([0, 65, 1_439].map(formatTimeOfDay)).toEqual(['00:00', '01:05', '23:59']);
  });
});
