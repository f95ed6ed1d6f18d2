import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlausibleExpiry, readServerDate } from '../../../../main/servers/responses/dates.ts';

const june = Date.UTC(2024, 5, 20, 4, 27, 12);
const day = 24 * 3600 * 1000;
const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

describe('a date of a server', () => {
  test('is read in every form FindFace writes', { tags: ['row-8'] }, () => {
    const forms: readonly [unknown, number][] = [
      ['2024-06-20T04:27:12.710849Z', june + 710],
      ['2024-06-20T04:27:12.710Z', june + 710],
      ['2024-06-20T04:27:12Z', june],
      ['2024-06-20T04:27:12+00:00', june],
      ['2024-06-20T07:27:12+03:00', june],
      ['2024-06-20T07:27:12.710849+0300', june + 710],
      ['2024-06-19T22:57:12.7-05:30', june + 700],
      ['2024-06-20T04:27:12.999999999Z', june + 999],
      ['1970-01-01T00:00:00.000Z', 0],
      ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ];
    expect(forms.map(([raw]) => readServerDate(raw))).toEqual(forms.map(([, at]) => at));
  });

  test('without a zone is UTC, whatever zone this computer is in', { tags: ['row-8', 'row-125'] }, () => {
    expect(readServerDate('2024-06-20T04:27:12')).toBe(june);
    expect(readServerDate('2024-06-20 04:27:12')).toBe(june);
  });

  test('as a number is in seconds or milliseconds, never off by a thousand', { tags: ['row-8'] }, () => {
    expect(readServerDate(june)).toBe(june);
    expect(readServerDate(june / 1000)).toBe(june);
    expect(readServerDate(june / 1000 + 0.5)).toBe(june + 500);
    expect(readServerDate(0)).toBe(0);
    expect(readServerDate(1e11 - 1)).toBe((1e11 - 1) * 1000);
    expect(readServerDate(1e11)).toBe(1e11);
  });

  test('that is none is null', { tags: ['row-7'] }, () => {
    const none = [
      ...['tomorrow', '', '2024', '2024-06-20', '1718857632', '04:27', 'Thu, 20 Jun 2024 04:27:12 GMT'],
      ...['2024-13-01T00:00:00Z', '2024-02-31T00:00:00Z', '2023-02-29T00:00:00Z', '2024-00-10T00:00:00Z'],
      ...[
        '2024-06-20T24:00:00Z',
        '2024-06-20T23:60:00Z',
        '2024-06-20T23:59:60Z',
        '2024-06-20T04:27:12+19:00',
      ],
      ...[
        '2024-06-20T04:27:12.Z',
        '+012024-06-20T04:27:12Z',
        '2024-06-20T04:27:12Z ',
        '2024-06-20T04:27:12z',
      ],
      ...[-1, -june, Number.POSITIVE_INFINITY, Number.NaN, 1e18, null, undefined, true, [june], { at: june }],
    ];
    expect(none.filter((raw) => readServerDate(raw) !== null)).toEqual([]);
  });

  test('of any moment survives being written in any zone and precision', () => {
    const moments = fc.record({
      at: fc.integer({ min: 0, max: lastMoment - day }),
      offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
      digits: fc.constantFrom('', '000', '000000'),
    });
    fc.assert(
      fc.property(moments, ({ at, digits, offset }) => {
        const local = new Date(at + offset * 60_000);
        const sign = offset < 0 ? '-' : '+';
        const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
        const zone = `${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
        const fraction = digits === '' ? '' : `.${local.toISOString().slice(20, 23)}${digits.slice(3)}`;
        fc.pre(local.getTime() >= 0);
        const read = readServerDate(local.toISOString().slice(0, 19) + fraction + zone);
        return read === (digits === '' ? Math.floor(at / 1000) * 1000 : at);
      }),
    );
  });

  test('is null or a moment up to the year 9999, whatever is sent', { tags: ['row-7'] }, () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.double(),
      fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const at = readServerDate(raw);
        return at === null || (Number.isSafeInteger(at) && at <= lastMoment + day);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the end of a session', () => {
  test('is accepted up to ten years ahead', { tags: ['row-7'] }, () => {
    expect(isPlausibleExpiry(june + 3650 * day, june)).toBe(true);
    expect(isPlausibleExpiry(june + 3700 * day, june)).toBe(false);
    expect(isPlausibleExpiry(lastMoment, june)).toBe(false);
  });

  test('is accepted in the past, so that it shows as expired', { tags: ['row-6'] }, () => {
    expect(isPlausibleExpiry(june - day, june)).toBe(true);
    expect(isPlausibleExpiry(0, june)).toBe(true);
  });
});
