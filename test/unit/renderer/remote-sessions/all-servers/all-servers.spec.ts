import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  MorePages,
  RemoteSession,
  SessionOwner,
} from '../../../../../contract/sessions/remote-sessions.ts';
import { type SessionRights, sessionRightsOf } from '../../../../../contract/sessions/user.ts';
import {
  countProgress,
  countUntouched,
  deduplicate,
  endable,
  groupByServer,
  isPartial,
  type ServerSessions,
} from '../../../../../renderer/remote-sessions/all-servers/all-servers.ts';
import {
  leftoverSessions,
  otherSessions,
} from '../../../../../renderer/remote-sessions/session/session-list.ts';
import { idOf } from '../../../../support/fake-bridge/fake-rows.ts';

let made = 0;

function asked(server: string, result: ServerSessions['result']): ServerSessions {
  made += 1;
  return { profileId: idOf(made), server, name: `Entry ${made}`, userName: 'ivanov', result };
}

const sessionOf = (identity: string, mark: SessionOwner, key = 0): RemoteSession => ({
  ...{ key, identity, mark, userName: 'ivanov', mine: true, device: 'Chrome', deviceId: identity, ip: '' },
  ...{ mobile: false, active: true, status: null, createdAt: null, lastSeenAt: null },
});

function listing(
  server: string,
  sessions: readonly RemoteSession[],
  reach: SessionRights['end'] = 'mine',
  more: MorePages = 'no',
): ServerSessions {
  const rights = { ...sessionRightsOf(null), view: reach, end: reach };
  return asked(server, { kind: 'page', page: { listId: made, sessions, more, rights } });
}

/** A server that no other profile uses. */
function answered(
  reach: SessionRights['end'],
  marks: readonly SessionOwner[],
  more: MorePages = 'no',
): ServerSessions {
  const server = `https://10.0.4.${made}`;
  const sessions = marks.map((mark, key) => sessionOf(`${server} ${key}`, mark, key));
  return listing(server, sessions, reach, more);
}

const silent = asked('https://10.0.5.1', null);
const broken = asked('https://10.0.5.2', { kind: 'problem', problem: { code: 'no-session' } });

describe('the sessions on all servers', () => {
  test('of several entries of one account are counted and ended once, by the entry that uses them', () => {
    const first = listing('https://a', [
      ...[
        sessionOf('one', 'own', 0),
        sessionOf('two', 'other-profile', 1),
        sessionOf('three', 'other-app', 2),
      ],
    ]);
    const second = listing('https://a', [
      ...[
        sessionOf('two', 'own', 0),
        sessionOf('one', 'other-profile', 1),
        sessionOf('three', 'other-app', 2),
      ],
    ]);
    const groups = groupByServer(deduplicate([first, second]), endable);
    expect(groups.map(({ sessions }) => sessions.map(({ identity }) => identity))).toEqual([
      ['one', 'three'],
      ['two'],
    ]);
    expect(deduplicate([first, second]).map(({ listedElsewhere }) => listedElsewhere)).toEqual([1, 2]);
  });

  test('count every session exactly once, whichever account lists it', () => {
    const marks = ['own', 'unknown', 'other-profile', 'orphaned', 'other-computer', 'other-app'] as const;
    const anySession = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(...marks))
      .map(([identity, mark]) => sessionOf(identity, mark));
    const anyList = fc.uniqueArray(anySession, { selector: ({ identity }) => identity });
    fc.assert(
      fc.property(fc.array(anyList), (lists) => {
        const servers = deduplicate(lists.map((sessions) => listing('https://a', sessions)));
        const ended = groupByServer(servers, endable).flatMap(({ sessions }) => sessions);
        const known = new Set(lists.flat().map(({ identity }) => identity));
        expect(ended.map(({ identity }) => identity).toSorted()).toEqual([...known].toSorted());
      }),
    );
  });

  test('that one entry uses are nobody else’s to end with the others', () => {
    const pasted = listing('https://a', [sessionOf('one', 'unknown')]);
    const other = listing('https://a', [sessionOf('one', 'other-app')]);
    for (const order of [
      [pasted, other],
      [other, pasted],
    ])
      expect(groupByServer(deduplicate(order), otherSessions)).toEqual([]);
  });

  test('go to an entry that may end them', () => {
    const weak = listing('https://a', [sessionOf('one', 'other-app')], 'current');
    const strong = listing('https://a', [sessionOf('one', 'other-app')], 'all');
    expect(groupByServer(deduplicate([weak, strong]), endable).map(({ name }) => name)).toEqual([
      strong.name,
    ]);
  });

  test('have responded only where the server said something', () => {
    expect(countProgress([answered('mine', ['own']), broken, silent])).toEqual({ responded: 1, failed: 1 });
  });
});

describe('before sessions on all servers end', () => {
  test('a server whose only session ends is not among those where nothing ends', () => {
    const servers = [answered('current', ['own']), answered('current', ['unknown']), silent];
    expect(groupByServer(servers, endable)).toHaveLength(2);
    expect(countUntouched(servers, endable)).toBe(1);
  });

  test('it is, where its only session is to stay', () => {
    const servers = [answered('current', ['own']), answered('mine', ['own', 'other-app'])];
    expect(countUntouched(servers, otherSessions)).toBe(1);
    expect(countUntouched(servers, leftoverSessions)).toBe(1);
  });

  test('one whose sessions end through another entry of the same account is not among them either', () => {
    const reached = listing('https://a', [sessionOf('one', 'own')]);
    const unreached = asked('https://a', { kind: 'problem', problem: { code: 'no-session' } });
    expect(countUntouched([reached, unreached], endable)).toBe(0);
    expect(countUntouched([unreached, unreached], endable)).toBe(1);
  });

  test('a server that has nothing of the kind does let the account', () => {
    expect(countUntouched([answered('mine', ['own']), answered('all', [])], otherSessions)).toBe(0);
  });

  test('a list that was cut is one where more may be left, not one where nothing ends', () => {
    const servers = [answered('mine', ['own', 'other-app'], 'cut')];
    expect(countUntouched(servers, endable)).toBe(0);
    expect(isPartial(servers)).toBe(true);
    expect(isPartial([silent, answered('all', ['other-app'])])).toBe(false);
  });
});
