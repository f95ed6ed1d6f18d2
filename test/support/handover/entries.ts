import fc from 'fast-check';
import { environments, type Profile } from '../../../contract/profiles/profile.ts';
import type { Session } from '../../../contract/sessions/session.ts';
import { acceptDraft, TakenNames } from '../../../main/profiles/draft.ts';
import type { BackupSecrets, ImportedEntry } from '../../../main/transfer/formats/imported-entry.ts';
import type { Here } from '../../../main/transfer/match-profiles.ts';
import { sampleProfile } from '../sample-profile.ts';

/** An entry with only address and user, and the given values. */
export function entry(instead: Partial<ImportedEntry> = {}): ImportedEntry {
  return {
    ...{ address: 'https://10.0.4.7', userName: 'admin', name: 'Lobby' },
    ...{ tags: null, environment: null, favourite: null, pin: null, kept: null },
    ...instead,
  };
}

const nothingKnown = {
  ...{ loggedInAt: 1, expiresAt: null, leaseEndsAt: null, skewMs: 0, lastCheck: null },
  wayIn: 'password',
} as const;

/** The secrets of a profile with a session in a backup. */
export function kept(instead: Partial<BackupSecrets> = {}): BackupSecrets {
  const session = { ...nothingKnown, fingerprint: 'abcdef01' };
  return { deviceId: 'ffsm-old-00000001', session, token: 'a'.repeat(64), password: null, ...instead };
}

/** An existing profile, logged out by default. */
export function here(instead: Partial<Profile> = {}, session: Session = { phase: 'logged-out' }): Here {
  return { profile: sampleProfile(instead), session };
}

/** An active session. */
export function alive(fingerprint = '12345678'): Session {
  return { phase: 'active', ...nothingKnown, fingerprint, secret: 'sealed' };
}

const text = fc.string({ unit: 'grapheme', maxLength: 20 });

/** Valid profiles with distinct names. */
export const profiles = fc
  .array(
    fc.record({
      address: fc.constantFrom('10.0.4.7', 'http://cam.example:8080', 'https://cam.example/api', '[fe80::1]'),
      name: text,
      userName: fc.constantFrom('admin', 'ivanov', 'оператор', 'x y'),
      tags: fc.array(text, { maxLength: 4 }),
      environment: fc.constantFrom(...environments),
      favourite: fc.boolean(),
      pin: fc.option(fc.constantFrom('ab'.repeat(32), 'cd'.repeat(32))),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) => {
    const taken = new TakenNames([]);
    return drafts.flatMap(({ favourite, pin, ...draft }) => {
      const accepted = acceptDraft(draft, taken);
      if (!accepted.ok) return [];
      taken.add(accepted.value.name);
      const tls = pin === null ? undefined : { mode: 'pin' as const, fingerprint: pin, trustedAt: 1 };
      return [sampleProfile({ ...accepted.value, favourite, ...(tls ? { tls } : {}) })];
    });
  });
