import { describe, expect, test } from 'vitest';
import { favouritesByNumber, sortRows } from '../../../../contract/list/sort-rows.ts';
import type { LoginMethod } from '../../../../contract/sessions/session.ts';
import type { SortOrder } from '../../../../contract/settings.ts';
import type { Row } from '../../../../contract/state.ts';
import { type ListOrder, type ListQuery, nextSelection, orderList } from '../../../../renderer/list/order.ts';
import { held, idOf, rowOf } from '../../../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../../../support/fake-bridge/sample-rows.ts';
import { findIn } from '../../../support/searching.ts';

const now = Date.UTC(2026, 10, 24, 12);
const circumstances = { now, expiringMs: 14 * 86_400_000 };
const rows = sampleRows(now);
const find = findIn(now);

const wish = (part: Partial<ListQuery> = {}): ListQuery => ({
  view: 'all',
  search: '',
  sortOrder: 'name',
  groupBy: 'none',
  listRevision: 1,
  ...part,
});

const names = ({ ids }: ListOrder, among: readonly Row[] = rows): readonly string[] =>
  ids.map((id) => among.find((row) => row.profile.id === id)?.profile.name ?? '?');

/** The rows with one changed. */
const with_ = (id: number, change: Partial<Row>): readonly Row[] =>
  rows.map((row) => (row.profile.id === idOf(id) ? { ...row, ...change } : row));

test('the numbers of favorites do not change when one is used', () => {
  const before = favouritesByNumber(rows).map(({ profile }) => profile.id);
  expect(before).toHaveLength(4);
  const used = rows.map((row) => (row.profile.id === before[3] ? { ...row, lastUsedAt: now } : row));
  expect(favouritesByNumber(used).map(({ profile }) => profile.id)).toEqual(before);
});

test('the manual order goes by position, then by name, and favorites are not first', () => {
  const at = new Map([
    ['Metro north', 2],
    ['Depot', 1],
  ]);
  const moved = rows.map((row) => {
    const position = at.get(row.profile.name);
    return position === undefined ? row : { ...row, profile: { ...row.profile, position } };
  });
  const sorted = sortRows(moved, 'manual').map(({ profile }) => profile.name);
  expect(sorted.slice(0, 2)).toEqual(['Depot', 'Metro north']);
  const plain = rows.map((row) => ({ ...row, profile: { ...row.profile, favourite: false } }));
  const byName = sortRows(plain, 'name').map(({ profile }) => profile.name);
  expect(sorted.slice(2)).toEqual(byName.filter((name) => !at.has(name)));
});

describe('hidden servers', () => {
  const hidden = rows.map((row) =>
    row.profile.name.startsWith('Airport')
      ? { ...row, profile: { ...row.profile, hidden: true as const } }
      : row,
  );
  const shown = (part: Partial<ListQuery>) => orderList(null, wish(part), hidden, circumstances, find);

  test('have no number among the favorites', () => {
    const favourites = hidden.map((row) => ({ ...row, profile: { ...row.profile, favourite: true } }));
    const airports = favouritesByNumber(favourites).filter(({ profile }) => profile.hidden);
    expect(airports).toEqual([]);
  });

  test('are left out of the list and of searches, which do not count them either', () => {
    expect(names(shown({})).filter((name) => name.startsWith('Airport'))).toEqual([]);
    expect(shown({}).ids).toHaveLength(rows.length - 4);
    expect(shown({ search: 'airport t2' })).toMatchObject({ ids: [], outside: [] });
    expect(shown({ search: 'airport t2', view: 'favourites' }).outside).toEqual([]);
  });

  test('are found in their view, and everywhere by asking for them', () => {
    expect(names(shown({ view: 'hidden' }))).toHaveLength(4);
    expect(names(shown({ view: 'hidden', search: 't2' }))[0]).toBe('Airport T2');
    expect(names(shown({ search: 'is:hidden t1' }))).toEqual(['Airport T1']);
    expect(shown({ search: 'is:hidden', view: 'recent' }).outside).toHaveLength(4);
  });
});

describe('the order of the list', () => {
  test('puts favourites first, then goes by name with numbers as numbers', () => {
    const ten = rowOf(31, {
      name: 'Gate 10',
      address: 'https://a',
      userName: 'x',
      session: { phase: 'logged-out' },
    });
    const two = rowOf(32, {
      name: 'gate 2',
      address: 'https://b',
      userName: 'x',
      session: { phase: 'logged-out' },
    });
    const star = rowOf(33, {
      name: 'Zoo',
      address: 'https://c',
      userName: 'x',
      session: { phase: 'logged-out' },
      favourite: true,
    });
    expect(sortRows([ten, two, star], 'name').map((row) => row.profile.name)).toEqual([
      'Zoo',
      'gate 2',
      'Gate 10',
    ]);
  });

  test('tells accounts on one server apart by user name', () => {
    const b = rowOf(31, {
      name: 'Same',
      address: 'https://a',
      userName: 'b',
      session: { phase: 'logged-out' },
    });
    const a = rowOf(32, {
      name: 'Same',
      address: 'https://a',
      userName: 'a',
      session: { phase: 'logged-out' },
    });
    expect(sortRows([b, a], 'name').map((row) => row.profile.userName)).toEqual(['a', 'b']);
  });

  test('by expiry shows what ends first, then unknown ends, then no sessions', () => {
    const none = rowOf(31, {
      name: 'None',
      address: 'https://a',
      userName: 'x',
      session: { phase: 'logged-out' },
    });
    const late = rowOf(32, {
      name: 'Late',
      address: 'https://a',
      userName: 'x',
      session: held(now, 9e8, 'accepted'),
    });
    const open = rowOf(33, {
      name: 'Open',
      address: 'https://a',
      userName: 'x',
      session: held(now, null, 'accepted'),
    });
    const soon = rowOf(34, {
      name: 'Soon',
      address: 'https://a',
      userName: 'x',
      session: held(now, 9e6, 'accepted'),
    });
    const order = sortRows([none, late, open, soon], 'expiry').map((row) => row.profile.name);
    expect(order).toEqual(['Soon', 'Late', 'Open', 'None']);
  });

  test('by last check or log-in method shows what has none of them last', () => {
    const plain = { address: 'https://a', userName: 'x' } as const;
    const checked = (minutesAgo: number, wayIn: LoginMethod) =>
      held(now - minutesAgo * 60_000, 86_400_000, 'accepted', null, { wayIn });
    const unsorted = [
      rowOf(31, { name: 'Logged out', ...plain, session: { phase: 'logged-out' } }),
      rowOf(32, { name: 'Unchecked', ...plain, session: held(now, 86_400_000, null) }),
      rowOf(33, { name: 'Lately', ...plain, session: checked(1, 'face') }),
      rowOf(34, { name: 'Long ago', ...plain, session: checked(90, 'pasted') }),
    ];
    const sorted = (order: SortOrder) => sortRows(unsorted, order).map(({ profile }) => profile.name);
    expect(sorted('lastCheck')).toEqual(['Long ago', 'Lately', 'Unchecked', 'Logged out']);
    expect(sorted('loginMethod')).toEqual(['Unchecked', 'Lately', 'Long ago', 'Logged out']);
  });

  test('by last use shows the latest first, and what was never used by name', () => {
    const plain = { address: 'https://a', userName: 'x', session: { phase: 'logged-out' } } as const;
    const b = rowOf(31, { name: 'B', ...plain });
    const a = rowOf(32, { name: 'A', ...plain });
    const used = rowOf(33, { name: 'Used', ...plain, lastUsedAt: now });
    expect(sortRows([b, a, used], 'recent').map((row) => row.profile.name)).toEqual(['Used', 'A', 'B']);
  });
});

describe('the list', () => {
  const start = orderList(null, wish(), rows, circumstances, find);

  test('shows everything once', () => {
    expect(new Set(start.ids).size).toBe(rows.length);
  });

  test('does not jump when a session changes', () => {
    const after = with_(1, { session: held(now, 180 * 86_400_000, 'accepted'), lastUsedAt: now });
    expect(orderList(start, wish(), after, circumstances, find).ids).toBe(start.ids);
    const byExpiry = orderList(null, wish({ sortOrder: 'expiry' }), rows, circumstances, find);
    expect(orderList(byExpiry, wish({ sortOrder: 'expiry' }), after, circumstances, find).ids).toBe(
      byExpiry.ids,
    );
  });

  test('does not jump when a star is set', () => {
    const row = rows[12];
    if (row === undefined) throw new Error('There are too few rows');
    const after = with_(13, { profile: { ...row.profile, favourite: true } });
    expect(orderList(start, wish(), after, circumstances, find).ids).toBe(start.ids);
  });

  test('keeps a row in its view after it stopped belonging there', () => {
    const problems = orderList(null, wish({ view: 'problems' }), rows, circumstances, find);
    expect(names(problems)).toContain('Stadium gate 4');
    const after = with_(4, { session: held(now, 180 * 86_400_000, 'accepted') });
    expect(orderList(problems, wish({ view: 'problems' }), after, circumstances, find).ids).toBe(
      problems.ids,
    );
  });

  test('appends rows that start to match the view', () => {
    const problems = orderList(null, wish({ view: 'problems' }), rows, circumstances, find);
    const after = with_(5, { session: held(now, 9e8, 'refused') });
    const next = orderList(problems, wish({ view: 'problems' }), after, circumstances, find);
    expect(next.ids).toEqual([...problems.ids, idOf(5)]);
  });

  test('takes a row that starts to match the view into its group', () => {
    const query = wish({ view: 'problems', groupBy: 'environment' });
    const problems = orderList(null, query, rows, circumstances, find);
    // A server of production that was accepted.
    const after = with_(2, { session: held(now, 9e8, 'refused') });
    const next = orderList(problems, query, after, circumstances, find);
    expect(next.groups.map(({ key }) => key)).toEqual(problems.groups.map(({ key }) => key));
    const [production] = next.groups;
    expect(production?.count).toBe((problems.groups[0]?.count ?? 0) + 1);
    expect(next.ids.slice(0, production?.count)).toContain(idOf(2));
  });

  test('has no groups during a search', () => {
    const query = wish({ search: 'airport', groupBy: 'environment' });
    expect(orderList(null, query, rows, circumstances, find).groups).toEqual([]);
  });

  test('is sorted again for another order, view or search', () => {
    const byExpiry = orderList(start, wish({ sortOrder: 'expiry' }), rows, circumstances, find);
    expect(byExpiry.ids).not.toEqual(start.ids);
    expect(names(orderList(start, wish({ view: 'tag:metro' }), rows, circumstances, find))).toHaveLength(4);
    expect(names(orderList(start, wish({ search: 'hospital' }), rows, circumstances, find))).toEqual([
      'Hospital',
    ]);
  });

  test('is sorted again when a profile was added', () => {
    const added = rowOf(50, {
      name: 'Aquarium',
      address: 'https://a',
      userName: 'x',
      session: { phase: 'logged-out' },
    });
    const next = orderList(start, wish({ listRevision: 2 }), [...rows, added], circumstances, find);
    expect(names(next, [...rows, added]).indexOf('Aquarium')).toBe(
      names(start).indexOf('Airport T2 (admin)') + 1,
    );
  });

  test('searches inside the chosen view', () => {
    const both = orderList(null, wish({ view: 'tag:airport', search: 'cargo' }), rows, circumstances, find);
    expect(names(both)).toEqual(['Airport cargo']);
  });
});

describe('a search', () => {
  const plain = { address: 'https://a', userName: 'x', session: { phase: 'logged-out' } } as const;
  const ports = [
    rowOf(41, { ...plain, name: 'A port', favourite: true }),
    rowOf(42, { ...plain, name: 'Port' }),
    rowOf(43, { ...plain, name: 'Port 2' }),
    rowOf(44, { ...plain, name: 'Port 3', favourite: true }),
  ];

  test('puts the best match first; a favourite comes first only among equals', () => {
    const all = orderList(null, wish({ search: 'port' }), ports, circumstances, find);
    expect(names(all, ports)).toEqual(['Port', 'Port 3', 'Port 2', 'A port']);
    expect(all.outside).toEqual([]);
  });

  test('counts matches outside the view, also when they change', () => {
    const inView = wish({ search: 'port', view: 'favourites' });
    const starred = orderList(null, inView, ports, circumstances, find);
    expect(names(starred, ports)).toEqual(['Port 3', 'A port']);
    expect(starred.outside).toEqual([idOf(42), idOf(43)]);
    const after = ports.map((row) =>
      row.profile.id === idOf(43) ? { ...row, profile: { ...row.profile, favourite: true } } : row,
    );
    const next = orderList(starred, inView, after, circumstances, find);
    expect(next.ids).toEqual([...starred.ids, idOf(43)]);
    expect(next.outside).toEqual([idOf(42)]);
  });
});

describe('the selection', () => {
  const [a, b, c] = [idOf(1), idOf(2), idOf(3)];

  test('moves to the neighbor of a removed profile', () => {
    expect(nextSelection([a, b, c], [a, c], b)).toBe(c);
    expect(nextSelection([a, b, c], [a, b], c)).toBe(b);
    expect(nextSelection([a], [], a)).toBeNull();
  });

  test('moves to the first match if a search or a view excludes it', () => {
    expect(nextSelection([a, b, c], [c], b)).toBe(c);
    expect(nextSelection([], [b, c], null)).toBe(b);
  });
});
