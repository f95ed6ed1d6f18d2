import { describe, expect, test } from 'vitest';
import { sessionSecondsLeft } from '../../../contract/core/durations.ts';
import type { TokenSession } from '../../../contract/sessions/session.ts';
import type { ClipboardNote } from '../../../contract/state.ts';
import { expiryOf } from '../../../main/token/token-header.ts';
import { idOf } from '../../support/fake-bridge/fake-rows.ts';

const note = (endsAt: number | null): ClipboardNote => ({
  ...{ profileId: idOf(1), name: 'Depot', userName: 'ivanov', production: false, format: 'header' },
  ...{ copiedAt: 100_000, clearsAt: null, overdue: false, endsAt },
});
const held = { phase: 'active', expiresAt: 9_000, leaseEndsAt: null } as TokenSession;

describe('a header whose session is about to end', () => {
  test('says for how many seconds it works', () => {
    expect(sessionSecondsLeft(note(103_000), 100_000)).toBe(3);
    expect(sessionSecondsLeft(note(103_000), 102_900)).toBe(1);
    expect(sessionSecondsLeft(note(103_000), 200_000)).toBe(0);
  });

  test('had under a minute left when it was copied', () => {
    expect(sessionSecondsLeft(note(160_000), 159_000)).toBeNull();
    expect(sessionSecondsLeft(note(159_999), 100_000)).toBe(60);
    expect(sessionSecondsLeft(note(null), 100_000)).toBeNull();
  });

  test('ends with its session or with the auto-logout, whichever comes first', () => {
    expect(expiryOf(held)).toBe(9_000);
    expect(expiryOf({ ...held, leaseEndsAt: 5_000 })).toBe(5_000);
    expect(expiryOf({ ...held, expiresAt: null, leaseEndsAt: 5_000 })).toBe(5_000);
    expect(expiryOf({ phase: 'logging-in', before: held })).toBe(9_000);
    expect(expiryOf({ ...held, expiresAt: null })).toBeNull();
    expect(expiryOf({ phase: 'logged-out' })).toBeNull();
  });
});
