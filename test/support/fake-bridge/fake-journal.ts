import { ok } from '../../../contract/core/result.ts';
import type { DiagnosticsCalls } from '../../../contract/diagnostics.ts';
import {
  type JournalCalls,
  type JournalEntry,
  type JournalEvent,
  type JournalFacts,
  journalKinds,
} from '../../../contract/journal.ts';
import { shortAddress } from '../../../contract/profiles/profile.ts';
import type { AppState } from '../../../contract/state.ts';

const told: readonly (readonly [JournalEvent, JournalFacts[JournalEvent]])[] = [
  ['header-copied', { production: true, anyway: false }],
  ['logged-in', { kept: 'sealed', wayIn: 'password' }],
  ['login-refused', { code: 'wrong-password' }],
  ['session-refused', { code: 'session-refused' }],
  ['logged-out', { confirmed: false }],
  ['certificate-trusted', { replaced: true, from: 'pin:0123456789abcdef', to: 'pin:fedcba9876543210' }],
  ['proxy-changed', { from: 'system', to: '10.0.0.1:3128' }],
  ['lock-rule', { rule: 'idle', from: 15, to: 'never' }],
  ['login-failed', { code: 'server-unreachable' }],
  ['profile-edited', { otherLogin: true }],
  ['session-expired', {}],
  ['profile-added', {}],
];

/** A journal and a report of a generated list of servers; nothing is written. */
export function fakeJournal(read: () => AppState): JournalCalls & DiagnosticsCalls {
  const entries = (): readonly JournalEntry[] =>
    read().rows.flatMap(({ profile }, row) =>
      told.map(([what, facts], index) => ({
        id: 100_000 - index * 1_000 - row,
        at: Date.now() - (index * 5 + row) * 3_700_000,
        what,
        profileId: profile.id,
        name: profile.name,
        userName: profile.userName,
        host: shortAddress(profile.address),
        facts,
      })),
    );
  return {
    async readJournal({ profileId, kind, text, before, limit }) {
      const wanted = entries()
        .filter((entry) => profileId === null || entry.profileId === profileId)
        .filter(({ what }) => kind === null || (journalKinds[kind] as readonly JournalEvent[]).includes(what))
        .filter((entry) => [entry.name, entry.userName, entry.host].join('\n').toLowerCase().includes(text))
        .filter(({ id }) => before === null || id < before)
        .toSorted((one, other) => other.id - one.id);
      return ok({ entries: wanted.slice(0, limit), more: wanted.length > limit });
    },
    saveJournal: async () => ok('ffsm-journal.csv'),
    prepareDiagnostics: async () => ok(`${JSON.stringify({ app: read().appVersion }, null, 2)}\n`),
    saveDiagnostics: async () => ok('ffsm-diagnostics.json'),
  };
}
