import { describe, expect, test } from 'vitest';
import { findHighlights, type Span, spansWithin } from '../../../../contract/search/highlights.ts';
import { prepareSearch } from '../../../../contract/search/ranking.ts';
import { rowOf } from '../../../support/fake-bridge/fake-rows.ts';
import { contextOf } from '../../../support/searching.ts';

const now = Date.UTC(2026, 10, 24, 12);

/** The texts of a row with brackets around the matches. */
function marked(search: string, name: string, userName = 'ivanov', address = 'https://10.0.4.7:8443') {
  const row = rowOf(1, { name, userName, address, session: { phase: 'logged-out' }, realName: 'Pavel' });
  const marks = findHighlights(row, prepareSearch(search, contextOf([row], now)));
  const bracketed = (text: string, spans: readonly Span[]): string =>
    spans.reduceRight(
      (done, { start, end }) => `${done.slice(0, start)}[${done.slice(start, end)}]${done.slice(end)}`,
      text,
    );
  return [
    bracketed(name, marks.name),
    bracketed(userName, marks.user),
    bracketed(address.replace('https://', ''), marks.address),
  ].join(' ');
}

describe('what a search has met is marked', () => {
  for (const [search, expected] of [
    [marked('depot 4', 'Depot 4'), '[Depot] [4] ivanov 10.0.4.7:8443'],
    [marked('4 depot', 'North depot 41'), 'North [depot] [4]1 ivanov 10.0.4.7:8443'],
    [marked('núñ', 'Nunez house', 'núñez'), '[Nun]ez house [núñ]ez 10.0.4.7:8443'],
    [marked('nun', 'A', 'nu\u0301n\u0303ez'), 'A [nu\u0301n\u0303]ez 10.0.4.7:8443'],
    [marked('bankbranch', 'Bank branch 1'), '[Bank branch] 1 ivanov 10.0.4.7:8443'],
    [marked('djrp', 'Вокзал 1'), '[Вокз]ал 1 ivanov 10.0.4.7:8443'],
    [marked('muz', 'Музей'), '[Муз]ей ivanov 10.0.4.7:8443'],
    [marked('muzej', 'Музей'), '[Музей] ivanov 10.0.4.7:8443'],
    [marked('airprot', 'Airport 2'), '[Airport] 2 ivanov 10.0.4.7:8443'],
    [marked('port', 'Airport'), 'Air[port] ivanov 10.0.4.7:8443'],
    [marked('0.4', 'A'), 'A ivanov 10.[0.4].7:8443'],
    [marked('https://10.0', 'A'), 'A ivanov [10.0].4.7:8443'],
    [marked('ivanov A', 'A'), '[A] [ivanov] 10.0.4.7:8443'],
    [marked('', 'A'), 'A ivanov 10.0.4.7:8443'],
  ] as const) {
    test(expected, () => {
      expect(search).toBe(expected);
    });
  }

  test('and nothing where the real name or the state was met', () => {
    expect(marked('pavel', 'A')).toBe('A ivanov 10.0.4.7:8443');
    expect(marked('logged out', 'A')).toBe('A ivanov 10.0.4.7:8443');
  });
});

describe('the marks of a part of a text', () => {
  const spans = [
    { start: 2, end: 6 },
    { start: 8, end: 12 },
  ];

  test('count from its start, and a match across the cut is in both parts', () => {
    expect(spansWithin(spans, 0, 10)).toEqual([
      { start: 2, end: 6 },
      { start: 8, end: 10 },
    ]);
    expect(spansWithin(spans, 10, 20)).toEqual([{ start: 0, end: 2 }]);
    expect(spansWithin(spans, 6, 8)).toEqual([]);
  });
});
