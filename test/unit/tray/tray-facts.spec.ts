import { describe, expect, test } from 'vitest';
import type { Session, TokenSession, Verdict } from '../../../contract/sessions/session.ts';
import type { AppState, Row } from '../../../contract/state.ts';
import { nextChange, trayFacts } from '../../../main/tray/tray-facts.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const now = Date.UTC(2026, 10, 28);
const dayMs = 24 * 3_600_000;

function held(verdict: Verdict, daysLeft: number): TokenSession {
  return {
    ...{ phase: 'active', loggedInAt: now - dayMs, expiresAt: now + daysLeft * dayMs, leaseEndsAt: null },
    ...{ skewMs: 0, secret: 'sealed', wayIn: 'password', fingerprint: 'aaaaaaaa' },
    lastCheck: { verdict, at: now, tookMs: 1, problem: null },
  };
}

function row(name: string, session: Session, more: Partial<Row> = {}, profile = {}): Row {
  return sampleRow({ session, profile: sampleProfile({ name, ...profile }), ...more });
}

const state = (rows: readonly Row[], instead: Partial<AppState> = {}) => sampleAppState({ rows, ...instead });
const well = row('Well', held('accepted', 100));
const soon = row('Soon', held('accepted', 2));
const rejected = row('Rejected', held('refused', 100));
const lock = { kind: 'locked', reason: 'asked', keyring: null, passphrase: true } as const;

describe('the state of the tray', () => {
  test('is the worst of all servers, and locked above all', () => {
    const of = (rows: readonly Row[], instead: Partial<AppState> = {}) =>
      trayFacts(state(rows, instead), now).state;
    expect(of([])).toBe('running');
    expect(of([well])).toBe('running');
    expect(of([well, soon])).toBe('expiring');
    expect(of([soon, rejected, well])).toBe('problem');
    expect(of([soon, rejected], { lock })).toBe('locked');
  });

  test('leaves hidden servers out, as the views do', () => {
    const hidden = row('Hidden', held('refused', 100), {}, { hidden: true, favourite: true });
    expect(trayFacts(state([hidden]), now)).toMatchObject({ state: 'running', problems: 0, favourites: [] });
  });

  test('knows nothing of any server behind the lock', () => {
    const used = row('Secret site', held('refused', 2), { lastUsedAt: now }, { favourite: true });
    const templates = [{ id: 'template-00000001', name: 'Secret template', text: '' }] as const;
    const facts = trayFacts(state([used], { lock, templates }), now);
    expect(facts).toEqual({
      ...{ state: 'locked', expiring: 0, problems: 0, favourites: [], recent: [], copied: false },
      templates: [],
    });
  });
});

describe('the servers of the tray', () => {
  test('are the favorites by name, and the others by their last use', () => {
    const rows = [
      row('Zoo', held('accepted', 100), { lastUsedAt: now }, { favourite: true }),
      row('Alps', { phase: 'logged-out' }, {}, { favourite: true }),
      row('Older', held('accepted', 100), { lastUsedAt: now - 2_000 }),
      row('Newer', held('accepted', 100), { lastUsedAt: now - 1_000 }),
      row('Never', held('accepted', 100)),
      row('Long ago', held('accepted', 100), { lastUsedAt: now - 8 * dayMs }),
    ];
    const { favourites, recent } = trayFacts(state(rows), now);
    expect(favourites.map(({ name }) => name)).toEqual(['Alps', 'Zoo']);
    expect(favourites.map(({ hasToken }) => hasToken)).toEqual([false, true]);
    expect(recent.map(({ name }) => name)).toEqual(['Newer', 'Older']);
  });

  test('are ten of each at most', () => {
    const many = (favourite: boolean) =>
      Array.from({ length: 30 }, (_, at) =>
        row(`Site ${at}`, held('accepted', 100), { lastUsedAt: now - at }, { favourite }),
      );
    const { favourites, recent } = trayFacts(state([...many(true), ...many(false)]), now);
    expect([favourites.length, recent.length]).toEqual([10, 10]);
  });
});

describe('the next change of the tray', () => {
  test('is when the next session begins to expire, ends, or a use is no longer recent', () => {
    expect(nextChange(state([]), now)).toBeNull();
    expect(nextChange(state([well]), now)).toBe(now + 93 * dayMs + 1);
    expect(nextChange(state([well, soon]), now)).toBe(now + 2 * dayMs);
    const used = row('Used', { phase: 'logged-out' }, { lastUsedAt: now - 6 * dayMs });
    expect(nextChange(state([well, soon, used]), now)).toBe(now + dayMs);
    expect(nextChange(state([soon], { lock }), now)).toBeNull();
  });

  test('changes what is shown', () => {
    const moment = nextChange(state([well]), now) ?? 0;
    expect(trayFacts(state([well]), moment - 1).state).toBe('running');
    expect(trayFacts(state([well]), moment).state).toBe('expiring');
  });
});
