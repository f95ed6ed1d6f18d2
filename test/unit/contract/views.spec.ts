import { describe, expect, test } from 'vitest';
import { countViews, isInView, isView, shownViews } from '../../../contract/list/views.ts';
import type { View } from '../../../contract/list-outline.ts';
import { held, rowOf } from '../../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../../support/fake-bridge/sample-rows.ts';

const now = Date.UTC(2026, 10, 24, 12);
const day = 86_400_000;
const circumstances = { now, expiringMs: 14 * day };
const rows = sampleRows(now);

const inView = (view: View): readonly string[] =>
  rows.filter((row) => isInView(row, view, circumstances)).map((row) => row.profile.name);

describe('a view', () => {
  test('Expiring shows sessions that the server accepts and that end soon', () => {
    expect(inView('expiring')).toEqual([
      'Airport T2',
      'Metro north',
      'Lab',
      'Airport T1',
      'Metro ring',
      'Demo stand',
    ]);
  });

  test('Problems shows what needs a person, and not what was never checked', () => {
    expect(inView('problems')).toEqual([
      'Stadium gate 4',
      'Depot',
      'Staging 2.3',
      'Вокзал, главный вход',
      'Port authority',
      'Hospital',
      'University',
      'Museum annex',
    ]);
  });

  test('Logged out shows servers without a session', () => {
    expect(inView('logged-out')).toEqual(['Training room']);
  });

  test('Recent shows what was used in the last seven days', () => {
    const used = (lastUsedAt: number) =>
      rowOf(1, { name: 'A', address: 'https://a', userName: 'x', session: held(now, day, null), lastUsedAt });
    expect(isInView(used(now - 6.9 * day), 'recent', circumstances)).toBe(true);
    expect(isInView(used(now - 7.1 * day), 'recent', circumstances)).toBe(false);
  });

  test('Hidden alone shows hidden servers, whatever else they are', () => {
    const all = rows.map((row) => ({ ...row, profile: { ...row.profile, hidden: true as const } }));
    const { fixed, environments, tags } = countViews(all, circumstances);
    const counted = [...fixed, ...environments, ...tags].filter(({ count }) => count > 0);
    expect(counted).toEqual([{ view: 'hidden', count: rows.length }]);
    for (const view of ['all', 'problems', 'favourites', 'environment:test', 'tag:airport'] as const)
      expect(all.some((row) => isInView(row, view, circumstances))).toBe(false);
    expect(rows.some((row) => isInView(row, 'hidden', circumstances))).toBe(false);
    expect([isView('hidden', all), isView('hidden', rows)]).toEqual([true, false]);
  });

  test('Hidden exists while it has rows, or is shown', () => {
    const offered = (chosen: View) => countViews(rows, circumstances, chosen).fixed.map(({ view }) => view);
    expect(offered('all')).not.toContain('hidden');
    expect(offered('hidden')).toContain('hidden');
  });

  test('Favourites, environments and tags show their own', () => {
    expect(inView('favourites')).toHaveLength(4);
    expect(inView('environment:test')).toEqual(['Lab', 'Staging 2.3', 'Training room', 'Demo stand']);
    expect(inView('logged-out')).toContain('Training room');
    expect(inView('tag:airport')).toHaveLength(4);
    expect(inView('tag:air')).toEqual([]);
  });
});

describe('the counts of the views', () => {
  test('have no environments if no server has one', () => {
    const plain = rows.filter(({ profile }) => profile.environment === 'none');
    expect(countViews(plain, circumstances).environments).toEqual([]);
  });

  test('agree with what the views show', () => {
    const { fixed, environments, tags } = countViews(rows, circumstances);
    for (const { view, count } of [...fixed, ...environments, ...tags])
      expect(inView(view)).toHaveLength(count);
  });

  test('name production before test, and tags in their order', () => {
    const { environments, tags } = countViews(rows, circumstances);
    expect(environments.map(({ view }) => view)).toEqual([
      'environment:production',
      'environment:test',
      'environment:none',
    ]);
    expect(tags.map(({ view }) => view)).toEqual(['tag:airport', 'tag:customer-x', 'tag:metro']);
  });

  test('leave out the environment where no server has one', () => {
    const plain = rows.filter(({ profile }) => profile.environment === 'none');
    expect(plain.length).toBeGreaterThan(0);
    expect(countViews(plain, circumstances).environments).toEqual([]);
  });

  test('are only offered where there are rows, or where they are chosen', () => {
    const offered = (chosen: View) => shownViews([], circumstances, chosen).fixed.map(({ view }) => view);
    expect(offered('all')).toEqual(['all']);
    expect(offered('problems')).toEqual(['all', 'problems']);
    expect(shownViews(rows, circumstances, 'all').fixed.filter(({ count }) => count === 0)).toEqual([]);
  });

  test('leave out environments and tags that do not occur', () => {
    const { fixed, environments, tags } = countViews([], circumstances);
    expect(fixed.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(environments).toEqual([]);
    expect(tags).toEqual([]);
  });
});

test('a view that was kept is there again only if rows still have it', () => {
  for (const name of [
    'all',
    'problems',
    'environment:test',
    `tag:${rows.flatMap(({ profile }) => profile.tags)[0]}`,
  ])
    expect(isView(name, rows), name).toBe(true);
  for (const name of ['', 'everything', 'environment:moon', 'tag:nowhere'])
    expect(isView(name, rows), name).toBe(false);
});
