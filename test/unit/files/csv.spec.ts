import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvTable } from '../../../main/files/csv.ts';

const separators = [',', ';', '\t', '|'];
const formula = /^[\s"]*[=+\-@＝＋－＠]/;

/**
 * Parses cells like spreadsheets do: a quote counts only at the start of a cell, a doubled one within quotes, and text
 * after the closing quote is part of the cell.
 */
function cellsOf(table: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  let isStart = true;
  for (let at = table.startsWith('\uFEFF') ? 1 : 0; at < table.length; at += 1) {
    const sign = table.charAt(at);
    if (quoted && sign === '"' && table.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (quoted && sign === '"') quoted = false;
    else if (!quoted && isStart && sign === '"') quoted = true;
    else if (!quoted && (sign === separator || /[\r\n]/.test(sign))) {
      cells.push(cell);
      cell = '';
      isStart = true;
      continue;
    } else cell += sign;
    isStart = false;
  }
  return [...cells, cell];
}

const piece = fc.oneof(
  fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＋',
    '－',
    '＠',
    ';',
    ',',
    '\t',
    '|',
    '\r',
    '\n',
    '"',
    "'",
    ' ',
    '\u00a0',
  ),
  fc.constantFrom('=1+1', 'Ivan', '=HYPERLINK("http://a";"b")', '""', '\v', '\u2028'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const cell = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('a table as CSV', () => {
  test('contains no formula, with any separator', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (lines) => {
        const table = csvTable(lines);
        return separators.every(
          (separator) => !cellsOf(table, separator).some((found) => formula.test(found)),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  test('contains none of the known formula injections', () => {
    const tried = [
      'Ivan;=HYPERLINK(A1);x',
      'x;=1+1;y',
      'a\t+1',
      'a\n-1',
      '＝1+1',
      ';"=1',
      ' =1',
      'a;"@SUM(1)"',
    ];
    const table = csvTable([tried]);
    for (const separator of separators)
      expect(cellsOf(table, separator).filter((found) => formula.test(found))).toEqual([]);
    expect(table).toContain(`"Ivan;'=HYPERLINK(A1);x"`);
  });

  test('keeps every other text', () => {
    const texts = [
      'Airport 1',
      '10.0.4.7:8443',
      'a=b c-d',
      'a "b" c',
      'gate, south; north',
      'ivan@example',
      '',
    ];
    expect(parse(csvTable([texts]), { bom: true })).toEqual([texts]);
  });
});
