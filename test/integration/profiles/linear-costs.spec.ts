import { describe, expect, test } from 'vitest';
import { Pseudonymizer } from '../../../main/diagnostics/pseudonymizer.ts';
import { csvTable } from '../../../main/files/csv.ts';
import { redact } from '../../../main/log/log.ts';
import { readPastedText } from '../../../main/pasted-token/token-text.ts';
import { readAddress } from '../../../main/profiles/address.ts';
import { acceptDraft } from '../../../main/profiles/draft.ts';
import { isProxyUrl } from '../../../main/servers/proxy/proxy-url.ts';
import { parseColumn } from '../../../main/transfer/formats/column-names.ts';
import { planImport } from '../../../main/transfer/import-plan.ts';
import { growth, maxGrowth } from '../../support/growth.ts';

const draft = { name: 'a', address: 'a', userName: 'u', tags: [], environment: 'none' } as const;
const incoming = (address: string) => ({
  ...draft,
  address,
  favourite: false,
  notes: null,
  pin: null,
  kept: null,
});

/** Texts on which a regular expression could backtrack at every position. */
const shapes: Readonly<Record<string, (size: number) => string>> = {
  'blanks between two letters': (size) => `x${' '.repeat(size)}y`,
  'tabs between two letters': (size) => `x${'\t'.repeat(size)}y`,
  'quotes between two letters': (size) => `x${'"'.repeat(size)}y`,
  'commas between two letters': (size) => `x${',;'.repeat(size / 2)}y`,
  'a question with many keys': (size) => `?${'key'.repeat(size / 3)}`,
  'many questions': (size) => '?a'.repeat(size / 2),
  'many names of a header': (size) => 'authorization '.repeat(size / 14),
  'many names of a token': (size) => '"token" '.repeat(size / 8),
  'many dots': (size) => `a${'.'.repeat(size)}`,
  'many slashes': (size) => `http://a${'/'.repeat(size)}@`,
  'many colons': (size) => `http://a${':'.repeat(size)}`,
  'many at signs': (size) => `a${'@'.repeat(size)}`,
  'many digits': (size) => '1'.repeat(size),
  'many brackets': (size) => `[${':'.repeat(size)}`,
  'many formula signs': (size) => '=;'.repeat(size / 2),
};

/** Everything in main that reads foreign text, with the maximum length. */
const readers: Readonly<Record<string, readonly [largest: number, read: (text: string) => unknown]>> = {
  'a text on the clipboard': [100_000, readPastedText],
  'an address': [20_000, readAddress],
  'a typed name': [20_000, (text) => acceptDraft({ ...draft, name: text, userName: text, tags: [text] }, [])],
  'a proxy': [20_000, isProxyUrl],
  'a heading of a spreadsheet': [100_000, parseColumn],
  'a line of the log': [100_000, redact],
  'a cell of a table': [100_000, (text) => csvTable([[text]])],
};

describe('the cost of reading', () => {
  for (const [what, [largest, read]] of Object.entries(readers)) {
    test(`of ${what} is linear in its length`, () => {
      const quadratic = Object.entries(shapes).flatMap(([shape, text]) => {
        const texts = new Map([largest / 8, largest].map((size) => [size, text(size)]));
        const grown = growth((size) => void read(texts.get(size) ?? ''), largest / 8);
        return grown > maxGrowth ? [`${shape}: ${grown.toFixed(0)}`] : [];
      });
      expect(quadratic).toEqual([]);
    });
  }

  test('of invalid entries is linear in their number and length', () => {
    const plan = (size: number) =>
      planImport(
        Array.from({ length: 20 }, () => incoming('a'.repeat(size))),
        [],
      );
    // An address is cut before it is searched, so a longer one costs hardly more.
    expect(growth(plan, 125)).toBeLessThan(maxGrowth);
    const plans = (count: number) =>
      planImport(
        Array.from({ length: count }, () => incoming(' '.repeat(950))),
        [],
      );
    expect(growth(plans, 200)).toBeLessThan(maxGrowth);
  });

  test('of removing names from a log is linear in the number of names', () => {
    const pseudonymizer = new Pseudonymizer();
    const lines = Array.from(
      { length: 100 },
      (_, line) => `2026-11-24 checked profile=${line} host=airport-${line}.example`,
    );
    const strike = (count: number) =>
      pseudonymizer.strike(
        lines,
        Array.from({ length: count }, (_, at) => ['host', `airport-${at}.example`] as const),
      );
    expect(growth(strike, 500)).toBeLessThan(maxGrowth);
    // A line is scanned once, regardless of the number of names.
    const many = Array.from({ length: 20_000 }, (_, at) => ['host', `airport-${at}.example`] as const);
    const lookups = (count: number) =>
      pseudonymizer.strike(
        Array.from({ length: count }, () => lines[0] ?? ''),
        many,
      );
    expect(growth(lookups, 2_000)).toBeLessThan(maxGrowth);
  });
});
