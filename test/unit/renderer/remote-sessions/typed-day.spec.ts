import { describe, expect, test } from 'vitest';
import {
  formatTypedDay,
  movedDay,
  readTypedDay,
} from '../../../../renderer/remote-sessions/blocked/typed-day.ts';

const now = new Date(2026, 10, 28, 9, 12).getTime();
const end = (year: number, month: number, day: number) =>
  new Date(year, month - 1, day, 23, 59, 59).getTime();

describe('a typed day', () => {
  test.for(['31/12/2026', '31.12.2026', '31-12-26', '31 12 2026', ' 31.12.26. ', '2026-12-31'])(
    'lasts through its last second: %s',
    (text) => {
      for (const language of ['en', 'ru', 'es']) expect(readTypedDay(language, text)).toBe(end(2026, 12, 31));
    },
  );

  test.for(['', 'soon', '31', '31/12', '12/31/2026', '31/04/2027', '29.02.2027', '0/1/2027', '1/0/2027'])(
    'is none: %s',
    (text) => expect(readTypedDay('en', text)).toBe(null),
  );

  test.for(['01.01.12345', '1.1.027', '1.1.7', '-1.1.2027', '1.1.2027 x'])('is none either: %s', (text) =>
    expect(readTypedDay('ru', text)).toBe(null),
  );

  test('is in the order of the language', () => {
    expect(readTypedDay('en', '02/03/2027')).toBe(end(2027, 3, 2));
    expect(readTypedDay('en-US', '02/03/2027')).toBe(end(2027, 2, 3));
    expect(readTypedDay('ja', '2027/02/03')).toBe(end(2027, 2, 3));
  });

  test.for([
    ['en', '05/03/2027'],
    ['ru', '05.03.2027'],
    ['es', '05/03/2027'],
  ] as const)('is read as it is shown: %s', ([language, shown]) => {
    expect(formatTypedDay(language, end(2027, 3, 5))).toBe(shown);
    expect(readTypedDay(language, shown)).toBe(end(2027, 3, 5));
  });

  test('moves by a day, never to one that has passed', () => {
    expect(movedDay('en', '', 1, now)).toBe('28/11/2026');
    expect(movedDay('en', 'soon', -1, now)).toBe('28/11/2026');
    expect(movedDay('en', '31/12/2026', 1, now)).toBe('01/01/2027');
    expect(movedDay('en', '01/01/2027', -1, now)).toBe('31/12/2026');
    expect(movedDay('en', '28/11/2026', -1, now)).toBe('28/11/2026');
    expect(movedDay('en', '01/02/2020', 1, now)).toBe('28/11/2026');
  });
});
