import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../../../contract/search/normalize.ts';
import { matchedWords, prepareSearch, rankRows } from '../../../../contract/search/ranking.ts';
import { rowsThatMayMatch, textsOf } from '../../../../contract/search/row-texts.ts';
import { rowOf } from '../../../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../../../support/fake-bridge/sample-rows.ts';
import { contextOf } from '../../../support/searching.ts';

const now = Date.UTC(2026, 10, 24, 12);
const rows = [
  ...sampleRows(now),
  ...Array.from({ length: 40 }, (_, index) =>
    rowOf(500 + index, {
      name: `Metro-${index} ${index % 2 ? 'Север' : 'Nord'}`,
      address: `https://10.0.${index % 3}.${index}:8443/api`,
      session: { phase: 'logged-out' },
      userName: `operator.${index % 5}`,
      tags: [index % 3 ? 'night shift' : 'customer-x'],
      ...(index % 7 === 0 ? { notes: 'Spare gate\nSecond rack' } : {}),
    }),
  ),
];
const context = contextOf(rows, now);
const texts = rows.flatMap(({ profile }) => [
  ...[profile.name, profile.userName, ...profile.tags],
  ...[`${profile.address.origin}${profile.address.basePath}`.slice(8), profile.notes ?? 'metro'],
]);

/** A part of a text, perhaps without its spaces, with a typing error or on the other keyboard layout. */
const part = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.nat(20),
    fc.integer({ min: 1, max: 12 }),
    fc.boolean(),
    fc.constantFrom('', 'x', 'ь', '.'),
  )
  .map(([text, from, length, isJoined, slip]) => {
    const taken = text.slice(from % text.length).slice(0, length) + slip;
    return isJoined ? taken.replace(/[\s-]/g, '') : taken;
  });
const typed = fc.oneof(
  part,
  fc.tuple(part, part).map((parts) => parts.join(' ')),
);

test('a search finds the rows that a look at each row finds, and no other', () => {
  fc.assert(
    fc.property(typed, (search) => {
      const prepared = prepareSearch(search, context);
      fc.pre(prepared.query.filters.length === 0 && (prepared.variants[0]?.length ?? 0) > 0);
      const found = rankRows(rows, prepared).map(({ row }) => row);
      const matching = rows.filter(
        (row) => normalize(row.profile.name) === normalize(search) || matchedWords(row, prepared).length > 0,
      );
      expect(found.map(({ profile }) => profile.name)).toEqual(matching.map(({ profile }) => profile.name));
    }),
    { numRuns: 1_000 },
  );
});

test('most rows need no look of their own', () => {
  const [words = []] = prepareSearch('metro-7', context).variants;
  const found = rowsThatMayMatch(
    textsOf(rows),
    words.map(({ word }) => word),
  );
  const inAll = rows.filter((_, index) => found[index] === 1);
  expect(inAll.length).toBeGreaterThan(0);
  expect(inAll.length).toBeLessThan(rows.length / 3);
});
