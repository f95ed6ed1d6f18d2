import type { Problem, ServerProblem } from './core/problem.ts';
import type { Result } from './core/result.ts';
import type { EpochMs } from './core/time.ts';
import type { ProfileId } from './profiles/profile.ts';
import type { LoginMethod, SecretPlace } from './sessions/session.ts';
import type { LockReason } from './state.ts';

type Nothing = Readonly<Record<string, never>>;

/** What held before, and what holds since. */
type Change<Value> = { readonly from: Value; readonly to: Value };

/** What a rule says: a number of seconds or minutes, never, or whether it is switched on. */
export type RuleValue = number | 'never' | 'on' | 'off';

/** What each event of the journal tells beside whom it is about: codes, numbers and yes or no, never a free text. */
export interface JournalFacts {
  readonly 'logged-in': { readonly kept: SecretPlace; readonly wayIn: LoginMethod };
  readonly 'login-refused': { readonly code: ServerProblem['code'] };
  readonly 'login-failed': { readonly code: ServerProblem['code'] };
  readonly 'session-renewed': Nothing;
  readonly 'logged-out': { readonly confirmed: boolean };
  readonly 'header-copied': { readonly production: boolean; readonly anyway: boolean };
  readonly 'session-refused': { readonly code: 'session-refused' | 'device-blocked' };
  readonly 'session-expired': Nothing;
  /** Sessions other than the one at hand, or that one by the list of sessions; `ofOthers`: of other users. */
  readonly 'session-ended-elsewhere': { readonly sessions: number; readonly ofOthers: number };
  readonly 'device-blocked': { readonly device: string; readonly forEver: boolean };
  readonly 'device-unblocked': { readonly device: string };
  /** How many rights a user lost and gained on a server. */
  readonly 'rights-changed': { readonly lost: number; readonly gained: number };
  /** Was a server excepted from checks that nobody asks for, or let in again? */
  readonly 'self-checks': { readonly on: boolean };
  readonly 'certificate-changed': Nothing;
  readonly 'certificate-trusted': { readonly replaced: boolean } & Change<string>;
  /** Another authority, or again those of the system: `system`, or the first digits of a fingerprint. */
  readonly 'trust-changed': Change<string>;
  /** `system`, `direct`, or host and port. */
  readonly 'proxy-changed': Change<string>;
  readonly 'profile-added': Nothing;
  /** With another address or user name the session is ended, since its token belongs to the old ones. */
  readonly 'profile-edited': { readonly otherLogin: boolean };
  /** Was it removed here only, so that its session stays on the server? */
  readonly 'profile-removed': { readonly sessionLeft: boolean };
  readonly exported: { readonly profiles: number };
  readonly 'backed-up': { readonly profiles: number };
  readonly imported: { readonly added: number; readonly changed: number };
  readonly 'file-restored': { readonly file: KeptFile };
  readonly locked: { readonly reason: LockReason };
  readonly unlocked: { readonly by: 'keyring' | 'passphrase' };
  readonly 'unlock-refused': { readonly code: Problem['code'] };
  readonly 'passphrase-set': { readonly changed: boolean };
  readonly 'passphrase-removed': Nothing;
  readonly 'key-rotated': Nothing;
  readonly 'store-replaced': Nothing;
  /** Whether the keyring alone opens the vault. */
  readonly 'keyring-added': Nothing;
  readonly 'keyring-removed': Nothing;
  /** After how many seconds a copied header leaves the clipboard. */
  readonly 'clipboard-rule': Change<RuleValue>;
  /** After how many minutes without input, or on which occasion, the window locks. */
  readonly 'lock-rule': { readonly rule: 'idle' | 'screen' | 'sleep' | 'start' } & Change<RuleValue>;
  readonly 'password-kept': Nothing;
  readonly 'password-forgotten': Nothing;
  readonly 'lease-changed': { readonly on: boolean };
  /** The app ended a session automatically, or tries to. */
  readonly 'lease-ended': { readonly reason: AutoLogoutReason };
  readonly 'logout-pending': { readonly code: ServerProblem['code'] };
  /** The server confirmed it later. */
  readonly 'logout-confirmed': { readonly tries: number };
  readonly 'logout-given-up': { readonly reason: 'asked-often' | 'token-lost' | 'forgotten' | 'expired' };
}

/** What made an auto-logout end: its time, the lock, the end of the app, or one of them while the app could not act. */
export type AutoLogoutReason = 'time' | 'lock' | 'app-quit' | 'missed';

/** Something that was done, or that happened to a session. */
export type JournalEvent = keyof JournalFacts;

/** The kept files that an older copy can take the place of. */
export const keptFiles = ['profiles.json', 'users.json', 'vault.json'] as const;
export type KeptFile = (typeof keptFiles)[number];

/** The events by what a person looks for, in the order in which they are offered. */
export const journalKinds = {
  logins: [
    'logged-in',
    'login-refused',
    'login-failed',
    'session-renewed',
    'logged-out',
    'lease-changed',
    'lease-ended',
    'logout-pending',
    'logout-confirmed',
    'logout-given-up',
  ],
  copies: ['header-copied'],
  sessions: [
    'session-refused',
    'session-expired',
    'session-ended-elsewhere',
    'device-blocked',
    'device-unblocked',
    'rights-changed',
    'self-checks',
    'certificate-changed',
    'certificate-trusted',
    'trust-changed',
    'proxy-changed',
  ],
  profiles: ['profile-added', 'profile-edited', 'profile-removed'],
  files: ['exported', 'backed-up', 'imported', 'file-restored'],
  store: [
    'locked',
    'unlocked',
    'unlock-refused',
    'passphrase-set',
    'passphrase-removed',
    'key-rotated',
    'store-replaced',
    'keyring-added',
    'keyring-removed',
    'clipboard-rule',
    'lock-rule',
    'password-kept',
    'password-forgotten',
  ],
} as const satisfies Readonly<Record<string, readonly JournalEvent[]>>;

/** One of the things that a person looks for in the journal. */
export type JournalKind = keyof typeof journalKinds;

/** Every kind, in the order in which they are offered. */
export const journalKindNames = Object.keys(journalKinds) as readonly JournalKind[];

/** One line of the journal, with the names as they were then. */
export interface JournalEntry {
  /** Where the line stands: later lines have greater numbers. */
  readonly id: number;
  readonly at: EpochMs;
  readonly what: JournalEvent;
  /** Null if it is about no profile; the others are empty then. */
  readonly profileId: ProfileId | null;
  readonly name: string;
  readonly userName: string;
  readonly host: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** Which lines are wanted; null and an empty text want all. */
export interface JournalFilter {
  readonly profileId: ProfileId | null;
  readonly kind: JournalKind | null;
  /** Sought in names, users and servers. */
  readonly text: string;
}

/** Some lines of the journal, newest first. */
export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  /** Are there older ones? */
  readonly more: boolean;
}

/** What may be asked of the journal. */
export interface JournalCalls {
  /** `before` is the id of the oldest line that is shown already. */
  readJournal(
    request: JournalFilter & { readonly before: number | null; readonly limit: number },
  ): Promise<Result<JournalPage>>;
  /** Lets a person choose where the lines go as CSV; the name of the file, or null if none was chosen. */
  saveJournal(request: JournalFilter): Promise<Result<string | null>>;
}
