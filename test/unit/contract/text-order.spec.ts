import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOrder } from '../../../contract/list/text-order.ts';

const collator = new Intl.Collator(['en', 'ru', 'es'], { numeric: true, sensitivity: 'base' });

const order = textOrder();

const plain = fc.string({ unit: 'grapheme-ascii', maxLength: 8 });
const alike = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '0', '1', '9', '-', ' ', '.'), maxLength: 6 });
const accented = fc.string({
  unit: fc.constantFrom(
    'a',
    'e',
    'l',
    'n',
    'z',
    '1',
    ' ',
    '·',
    '\u0301',
    '\u0303',
    'é',
    'ß',
    'ж',
    'й',
    'и',
    '\u0306',
    '٣',
    '\u200d',
    '中',
  ),
  maxLength: 5,
});
const any = fc.string({ unit: 'binary', maxLength: 4 });

describe('texts are ordered', () => {
  test('as the collation of the browser does', () => {
    for (const texts of [plain, alike, accented, any, fc.oneof(plain, accented, any)])
      fc.assert(
        fc.property(texts, texts, (one, other) => {
          expect(Math.sign(order(one, other))).toBe(Math.sign(collator.compare(one, other)));
        }),
        { numRuns: 2_000 },
      );
  });

  test.each([
    ['Depot 2', 'Depot 10'],
    ['depot 2', 'Depot 10'],
    ['Depot 007', 'Depot 8'],
    ['10.0.0.9', '10.0.0.10'],
    ['north 2b', 'north-2'],
    ['Zoo', 'Аэропорт'],
    ['Etage', 'Étage 2'],
  ])('%s before %s', (one, other) => {
    expect(order(one, other)).toBeLessThan(0);
    expect(order(other, one)).toBeGreaterThan(0);
  });

  test.each([
    ['Depot', 'DEPOT'],
    ['Depot 1', 'Depot 01'],
    ['Etage', 'Étage'],
    ['', ''],
  ])('%s like %s', (one, other) => {
    expect(order(one, other)).toBe(0);
  });
});
