import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SessionColumn } from '../../../../contract/layout.ts';
import type { RemoteSession, SessionOwner } from '../../../../contract/sessions/remote-sessions.ts';
import { type SessionRights, sessionRightsOf } from '../../../../contract/sessions/user.ts';
import { countOutcomes, endBatches } from '../../../../renderer/remote-sessions/end/end-batches.ts';
import { limitConcurrency } from '../../../../renderer/remote-sessions/end/limit-concurrency.ts';
import {
  deviceKind,
  leftoverSessions,
  mayEnd,
  otherSessions,
  shortDeviceId,
  shownSessions,
} from '../../../../renderer/remote-sessions/session/session-list.ts';
import { permissionsOf } from '../../../emulator/world/permissions.ts';
import { idOf } from '../../../support/fake-bridge/fake-rows.ts';

const marks: readonly SessionOwner[] = ['own', 'other-profile', 'orphaned', 'other-computer', 'other-app'];
const session = (key: number, differently: Partial<RemoteSession> = {}): RemoteSession => ({
  ...{
    key,
    identity: `session ${key}`,
    mark: 'other-app',
    userName: 'ivanov',
    mine: true,
    device: 'Chrome',
    deviceId: `id-${key}`,
  },
  ...{ ip: '10.0.0.7', mobile: false, active: true, status: 'offline', createdAt: key, lastSeenAt: -key },
  ...differently,
});
const anySession = fc
  .record({ mark: fc.constantFrom(...marks), mine: fc.boolean(), key: fc.nat() })
  .map(({ key, ...rest }) => session(key, rest));
const rights = (end: SessionRights['end']): SessionRights => ({ ...sessionRightsOf(null), end });

describe('the rights of an account', () => {
  test('are those of its role', () => {
    const of = (role: 1 | 2 | 3) =>
      sessionRightsOf({ permissions: permissionsOf(role), isAdmin: role === 1 });
    expect(of(1)).toEqual({
      ...{ view: 'all', end: 'all', viewBlocked: true, block: true, changeBlock: true, unblock: true },
    });
    expect(of(2)).toMatchObject({ view: 'mine', end: 'mine', viewBlocked: false, block: false });
    expect(of(3)).toMatchObject({ view: 'current', end: 'current', viewBlocked: false, unblock: false });
    expect(sessionRightsOf(null)).toMatchObject({ view: 'current', end: 'current', block: false });
    expect(sessionRightsOf({ permissions: [], isAdmin: true })).toMatchObject({ end: 'all', block: true });
  });
});

describe('what is offered to be ended', () => {
  test('as all others or as old never holds what this app uses, nor what the account may not end', () => {
    fc.assert(
      fc.property(fc.array(anySession), fc.constantFrom('all', 'mine', 'current'), (sessions, end) => {
        for (const one of [
          ...otherSessions(sessions, rights(end)),
          ...leftoverSessions(sessions, rights(end)),
        ]) {
          expect(['own', 'other-profile']).not.toContain(one.mark);
          expect(mayEnd(one, rights(end))).toBe(true);
        }
      }),
    );
  });

  test('goes out in steps that hold each session once, what this app uses last', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anySession, { selector: ({ key }) => key, maxLength: 200 }), (sessions) => {
        const group = { profileId: idOf(1), server: 'a', name: 'a', userName: 'b', listId: 1, sessions };
        const steps = endBatches(group);
        expect(steps.every(({ length }) => length > 0 && length <= 50)).toBe(true);
        const keys = steps.flat();
        expect(keys.toSorted()).toEqual(sessions.map(({ key }) => key).toSorted());
        const markOf = (key: number) => sessions.find((one) => one.key === key)?.mark;
        const firstOwn = keys.findIndex((key) => markOf(key) === 'own');
        if (firstOwn >= 0) expect(keys.slice(firstOwn).every((key) => markOf(key) === 'own')).toBe(true);
      }),
    );
  });

  test('is counted as ended only when it was', () => {
    const outcome = (what: 'ended' | 'gone' | 'kept' | 'failed' | 'unsent') => ({ what, problem: null });
    const outcomes = new Map([
      ['a', outcome('ended')],
      ['b', outcome('gone')],
      ['c', outcome('kept')],
      ['d', outcome('failed')],
      ['e', outcome('unsent')],
    ]);
    expect(countOutcomes(outcomes)).toEqual({ ended: 1, gone: 1, left: 3 });
  });
});

describe('a list of sessions', () => {
  const sessions = [
    session(1, { userName: 'b', mark: 'other-computer' }),
    session(2, { userName: 'a', ip: '192.168.7.1', status: 'blocked' }),
  ];
  const by = (column: SessionColumn, direction: 'ascending' | 'descending' = 'ascending') => ({
    order: { column, direction },
  });
  const view = { search: '', oursOnly: false, ...by('created', 'descending') };
  const keys = (part: object) => shownSessions(sessions, { ...view, ...part }).map(({ key }) => key);

  test('is searched, narrowed and sorted', () => {
    expect(keys({})).toEqual([2, 1]);
    expect(keys(by('lastSeen', 'descending'))).toEqual([1, 2]);
    expect(keys(by('user'))).toEqual([2, 1]);
    expect(keys(by('ip'))).toEqual([1, 2]);
    expect(keys(by('ip', 'descending'))).toEqual([2, 1]);
    expect(keys({ search: ' 192.168 ' })).toEqual([2]);
    expect(keys({ oursOnly: true })).toEqual([1]);
  });

  test('knows the kind of a device by what it says of itself', () => {
    const kindOf = (device: string, mobile = false) => deviceKind(session(1, { device, mobile }));
    expect(['Chrome · Windows', 'Yandex Browser · Linux'].map((name) => kindOf(name))).toEqual(
      Array(2).fill('browser'),
    );
    expect(['curl/8.5.0', 'python-requests/2.32', 'PostmanRuntime/7'].map((name) => kindOf(name))).toEqual(
      Array(3).fill('script'),
    );
    expect(kindOf('FindFace Session Manager 1.0.0 · desk14')).toBe('computer');
    expect(kindOf('Chrome · Android', true)).toBe('mobile');
  });

  test('never shows a long row of digits', () => {
    expect(shortDeviceId('a'.repeat(128))).toBe(`${'a'.repeat(22)}…`);
    expect(shortDeviceId('ffsm-desk-0badc0de')).toBe('ffsm-desk-0badc0de');
  });
});

describe('working through a list', () => {
  test('does all of it, so many at once', async () => {
    let now = 0;
    let most = 0;
    const done: number[] = [];
    const all = await limitConcurrency(
      [...Array(20).keys()],
      8,
      () => true,
      async (item) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise(setImmediate);
        now -= 1;
        done.push(item);
      },
    );
    expect([all, most, done.length]).toEqual([true, 8, 20]);
  });

  test('stops before what has not begun', async () => {
    const done: number[] = [];
    const isWanted = () => done.length < 3;
    const all = await limitConcurrency(
      [...Array(20).keys()],
      1,
      isWanted,
      async (item) => void done.push(item),
    );
    expect([all, done]).toEqual([false, [0, 1, 2]]);
  });
});
