import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { done } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { TokenSession } from '../../../contract/sessions/session.ts';
import type { KnownUsers } from '../../../main/profiles/known-users.ts';
import type { ProfileStore } from '../../../main/profiles/profile-store.ts';
import { unknownSession } from '../../../main/profiles/saved/profiles-schema.ts';
import { SessionStore } from '../../../main/sessions/session-store.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const minuteMs = 60_000;

/** A started store, and sessions that end so many minutes from now. */
function store() {
  const live = new LiveState(sampleAppState({ rows: [] }));
  const keeps = { keepFacts: async () => done };
  const sessions = new SessionStore({
    live,
    now: Date.now,
    profileStore: keeps as unknown as ProfileStore,
    users: {} as unknown as KnownUsers,
  });
  sessions.start();
  const held = (minutes: number): TokenSession => ({
    ...{ phase: 'active', loggedInAt: Date.now(), expiresAt: Date.now() + minutes * minuteMs },
    ...{ leaseEndsAt: null, skewMs: 0, secret: 'sealed', fingerprint: '9f3c71ab', wayIn: 'password' },
    lastCheck: null,
  });
  return {
    sessions,
    held,
    endingIn(minutes: number): ProfileId {
      const profile = sampleProfile();
      sessions.add([profile]);
      void sessions.dispatch(profile.id, {
        type: 'session-restored',
        session: held(minutes),
        now: Date.now(),
      });
      return profile.id;
    },
    phases: (ids: readonly ProfileId[]) => ids.map((id) => sessions.session(id).phase),
    pass: (minutes: number) => vi.advanceTimersByTime(minutes * minuteMs + 10),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('sessions expire on time', () => {
  test('in whatever order they began', () => {
    const { endingIn, phases, pass } = store();
    const ids = [endingIn(20), endingIn(5), endingIn(10)];
    pass(5);
    expect(phases(ids)).toEqual(['active', 'expired', 'active']);
    pass(5);
    expect(phases(ids)).toEqual(['active', 'expired', 'expired']);
    pass(10);
    expect(phases(ids)).toEqual(['expired', 'expired', 'expired']);
  });

  test('when the one that would end first is logged out or removed', () => {
    const { sessions, endingIn, phases, pass } = store();
    const [first, second, third] = [endingIn(5), endingIn(6), endingIn(10)];
    void sessions.dispatch(first, { type: 'logged-out' });
    sessions.remove([second]);
    pass(7);
    expect(phases([first, third])).toEqual(['logged-out', 'active']);
    pass(3);
    expect(phases([third])).toEqual(['expired']);
  });

  test('when they come back by an undo', () => {
    const { sessions, held, endingIn, phases, pass } = store();
    const later = endingIn(10);
    const profile = sampleProfile();
    sessions.restore([{ saved: { ...unknownSession, profile }, session: held(5), passwordKept: false }]);
    pass(5);
    expect(phases([profile.id, later])).toEqual(['expired', 'active']);
  });
});
