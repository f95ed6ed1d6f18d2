import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInUse, type RemoteSession } from '../../../contract/sessions/remote-sessions.ts';
import { endPlan } from '../../../main/remote-sessions/end-plan.ts';
import type { ListedEntry } from '../../../main/remote-sessions/session-list.ts';
import { isMine, sessionOwner, type Viewer } from '../../../main/remote-sessions/session-owner.ts';

const own = 'ffsm-desk-0badc0de';
const other = 'ffsm-desk-1badc0de';
const viewer: Viewer = {
  profile: { deviceId: own, userName: 'Ivanov', address: { origin: 'https://10.0.4.7', basePath: '' } },
  user: { id: 4, name: 'ivanov' },
  isPasted: false,
  deviceIds: new Set([own, other]),
  computer: 'desk',
};
const session = (deviceId: string, userId: number | null = 4, userName = 'ivanov') => ({
  deviceId,
  userId,
  userName,
});

describe('the owner of a session', () => {
  const marks = [
    [session(own), 'own'],
    [session(own, null, ''), 'own'],
    [session(own, null, 'IVANOV'), 'own'],
    [session(own, 9, 'guard'), 'orphaned'],
    [session(other, 9, 'guard'), 'other-profile'],
    [session('ffsm-desk-22222222'), 'orphaned'],
    [session('ffsm-desk-2-22222222'), 'other-computer'],
    [session('ffsm-mac-pro-7-22222222'), 'other-computer'],
    [session('ffsm-desk-222'), 'other-app'],
    [session('ffsm-desk-222222223'), 'other-app'],
    [session('ffsm--22222222'), 'other-app'],
    [session('6a0f6f3e-0b3c-4e0a-8a57-7b6d9b6f0a11'), 'other-app'],
    [session(''), 'other-app'],
  ] as const;
  for (const [found, mark] of marks)
    test(`${found.deviceId || 'no device id'} of ${found.userName || 'nobody'} is ${mark}`, () => {
      expect(sessionOwner(found, viewer)).toBe(mark);
    });

  test('is unknown for every session of the user whose token was pasted', () => {
    const pasted = { ...viewer, isPasted: true };
    expect(sessionOwner(session('a-browser'), pasted)).toBe('unknown');
    expect(sessionOwner(session('ffsm-desk-22222222'), pasted)).toBe('unknown');
    expect(sessionOwner(session('a-browser', 9, 'guard'), pasted)).toBe('other-app');
    expect(sessionOwner(session(own), pasted)).toBe('own');
    expect(sessionOwner(session(other), pasted)).toBe('other-profile');
  });

  test('is own by the name if the server never sent the user', () => {
    expect(sessionOwner(session(own, 4, 'ivanov'), { ...viewer, user: null })).toBe('own');
    expect(isMine(session('x', 9, 'ivanov'), { ...viewer, user: null })).toBe(true);
    expect(isMine(session('x', 9, 'ivanov'), viewer)).toBe(false);
  });
});

describe('ending all others', () => {
  const deviceId = fc.oneof(
    fc.constantFrom(own, other, 'ffsm-desk-22222222', 'ffsm-mac-22222222', ''),
    fc.string(),
  );
  const listed = fc.record({
    deviceId,
    userId: fc.option(fc.integer({ min: 1, max: 9 })),
    userName: fc.oneof(fc.constantFrom('ivanov', 'IVANOV', 'guard', ''), fc.string()),
  });
  const entriesOf = (rows: readonly ReturnType<typeof session>[]): readonly ListedEntry[] =>
    rows.map((row, key) => {
      const shown = { key, mark: sessionOwner(row, viewer), ...row } as unknown as RemoteSession;
      return { id: `id-${key}`, shown };
    });

  test('never ends sessions that this app uses, whatever is selected', () => {
    fc.assert(
      fc.property(fc.array(listed), (rows) => {
        const plan = endPlan(entriesOf(rows), false);
        const ended = [...plan.others, ...plan.own];
        expect(ended.filter(({ shown }) => isInUse(shown.mark))).toEqual([]);
        const isOurs = (row: ReturnType<typeof session>) =>
          row.deviceId === other || (row.deviceId === own && isMine(row, viewer));
        expect(ended.filter(({ shown }) => isOurs(rows[shown.key] ?? session('')))).toEqual([]);
      }),
    );
  });

  test('ends all selected ones, and the current session last', () => {
    fc.assert(
      fc.property(fc.array(listed), fc.boolean(), (rows, inUseToo) => {
        const entries = entriesOf(rows);
        const { kept, others, own: last } = endPlan(entries, inUseToo);
        expect(new Set([...kept, ...others, ...last])).toEqual(new Set(entries));
        expect(others.filter(({ shown }) => ['own', 'unknown'].includes(shown.mark))).toEqual([]);
        if (inUseToo) expect(kept).toEqual([]);
      }),
    );
  });
});
