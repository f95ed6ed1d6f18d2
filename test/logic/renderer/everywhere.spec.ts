import { expect, test } from '@playwright/test';
import type { MorePages, SessionMark } from '../../../contract/remote-sessions.ts';
import { type SessionRights, sessionRightsOf } from '../../../contract/session-rights.ts';
import {
  type AskedServer,
  endable,
  groupsOf,
  isPartial,
  untouchedBy,
} from '../../../renderer/remote-sessions/everywhere-rules.ts';
import { oldOnes, othersOf } from '../../../renderer/remote-sessions/view-rules.ts';
import { idOf } from '../../support/fake-rows.ts';

const person = { profileId: idOf(1), name: 'Airport T2', userName: 'ivanov' };
const silent: AskedServer = { ...person, said: null };

function answered(
  reach: SessionRights['end'],
  marks: readonly SessionMark[],
  more: MorePages = 'no',
): AskedServer {
  const sessions = marks.map((mark, key) => ({
    ...{ key, mark, userName: 'ivanov', mine: true, device: 'Chrome', deviceId: `id-${key}`, ip: '' },
    ...{ mobile: false, active: true, status: null, createdAt: null, lastSeenAt: null },
  }));
  const rights = { ...sessionRightsOf(null), view: reach, end: reach };
  return { ...person, said: { kind: 'page', page: { listId: 1, sessions, more, rights } } };
}

test.describe('before sessions on all servers end', () => {
  test('a server whose only session ends is not among those where nothing ends', () => {
    const servers = [answered('current', ['own']), answered('current', ['unclear']), silent];
    expect(groupsOf(servers, endable)).toHaveLength(2);
    expect(untouchedBy(servers, endable)).toBe(1);
  });

  test('it is, where its only session is to stay', () => {
    const servers = [answered('current', ['own']), answered('mine', ['own', 'foreign'])];
    expect(untouchedBy(servers, othersOf)).toBe(1);
    expect(untouchedBy(servers, oldOnes)).toBe(1);
  });

  test('a server that has nothing of the kind does let the account', () => {
    expect(untouchedBy([answered('mine', ['own']), answered('all', [])], othersOf)).toBe(0);
  });

  test('a list that was cut is one where more may be left, not one where nothing ends', () => {
    const servers = [answered('mine', ['own', 'foreign'], 'cut')];
    expect(untouchedBy(servers, endable)).toBe(0);
    expect(isPartial(servers)).toBe(true);
    expect(isPartial([silent, answered('all', ['foreign'])])).toBe(false);
  });
});
