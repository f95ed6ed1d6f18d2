import { describe, expect, test } from 'vitest';
import type { Session, Verdict } from '../../../../contract/sessions/session.ts';
import { describeChanges, statusChange } from '../../../../renderer/announcements/describe-changes.ts';
import { speech } from '../../../support/app/speech.ts';
import { held, rowOf } from '../../../support/fake-bridge/fake-rows.ts';

const now = Date.UTC(2026, 10, 27);
const day = 86_400_000;
const row = (session: Session, name = 'Airport') =>
  rowOf(1, { name, address: 'https://10.0.4.7', userName: 'ivanov', session });
const checked = (verdict: Verdict, leftMs = 30 * day) => row(held(now, leftMs, verdict));

describe('a change of status', () => {
  test('is announced if a check has found it out', () => {
    expect(statusChange(checked('accepted'), checked('refused'), now)).toEqual({
      name: 'Airport',
      status: 'refused',
    });
    expect(statusChange(checked('unreachable'), checked('accepted'), now)?.status).toBe('accepted');
  });

  test('is not announced for what a person did, and for what the clock did', () => {
    const out = row({ phase: 'logged-out' });
    expect(statusChange(out, checked('accepted'), now)).toBeNull();
    expect(statusChange(checked('refused'), out, now)).toBeNull();
    const before = held(now, 30 * day, 'refused');
    if (before.phase !== 'active') throw new Error('It holds a token');
    expect(statusChange(row({ phase: 'logging-in', before }), checked('accepted'), now)).toBeNull();
    // An hour later the session is expiring, and a day later it has expired.
    expect(statusChange(checked('accepted', day), checked('accepted', day), now + day / 2)).toBeNull();
    expect(statusChange(checked('accepted', day), checked('accepted', day), now + 2 * day)).toBeNull();
  });
});

describe('the announcement', () => {
  test('has one sentence for each status, and no list of names', async () => {
    const t = await speech('en');
    const changes = [
      ...Array.from({ length: 50 }, (_, index) => ({
        name: `Site ${index}`,
        status: 'unreachable' as const,
      })),
      { name: 'Airport', status: 'refused' as const },
    ];
    expect(describeChanges(t, changes)).toBe('Airport: rejected. 50 servers: server unreachable.');
    expect(describeChanges(t, [])).toBe('');
    expect(describeChanges(await speech('ru'), changes)).toBe(
      'Airport: отклонена. 50 серверов: сервер недоступен.',
    );
  });
});
