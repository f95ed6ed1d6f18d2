import { expect, test } from '@playwright/test';
import type { HeldSession } from '../../../contract/sessions/session.ts';
import type { ClipboardNote } from '../../../contract/state.ts';
import { endOf } from '../../../main/token/token-header.ts';
import { secondsOfSession } from '../../../renderer/time/durations.ts';
import { idOf } from '../../support/fake-rows.ts';

const note = (endsAt: number | null): ClipboardNote => ({
  ...{ profileId: idOf(1), name: 'Depot', userName: 'ivanov', production: false },
  ...{ copiedAt: 100_000, clearsAt: null, endsAt },
});
const held = { phase: 'active', expiresAt: 9_000, leaseEndsAt: null } as HeldSession;

test.describe('a header whose session is about to end', () => {
  test('says for how many seconds it works', () => {
    expect(secondsOfSession(note(103_000), 100_000)).toBe(3);
    expect(secondsOfSession(note(103_000), 102_900)).toBe(1);
    expect(secondsOfSession(note(103_000), 200_000)).toBe(0);
  });

  test('had under a minute left when it was copied', () => {
    expect(secondsOfSession(note(160_000), 159_000)).toBeNull();
    expect(secondsOfSession(note(159_999), 100_000)).toBe(60);
    expect(secondsOfSession(note(null), 100_000)).toBeNull();
  });

  test('ends with its session or with the lease, whichever comes first', () => {
    expect(endOf(held)).toBe(9_000);
    expect(endOf({ ...held, leaseEndsAt: 5_000 })).toBe(5_000);
    expect(endOf({ ...held, expiresAt: null, leaseEndsAt: 5_000 })).toBe(5_000);
    expect(endOf({ phase: 'logging-in', before: held })).toBe(9_000);
    expect(endOf({ ...held, expiresAt: null })).toBeNull();
    expect(endOf({ phase: 'logged-out' })).toBeNull();
  });
});
