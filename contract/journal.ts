import type { CopyFormat } from './core/copy-format.ts';
import type { Problem, ServerProblem } from './core/problem.ts';
import type { Result } from './core/result.ts';
import type { EpochMs } from './core/time.ts';
import type { ProfileId } from './profiles/profile.ts';
import type { GatewayAccess, GatewayEnd } from './sessions/gateway.ts';
import type {
  LiveFileEmptied,
  LiveFileEnd,
  LiveFileFormat,
  LiveFileKind,
  ReadRefusal,
} from './sessions/live-files.ts';
import type { LoginMethod, SecretPlace } from './sessions/session.ts';
import type { WebPage } from './sessions/web-window.ts';
import type { LockReason } from './state.ts';

type Nothing = Readonly<Record<string, never>>;

/** The values before and after a change. */
type Change<Value> = { readonly from: Value; readonly to: Value };

/** The value of a setting: a number of seconds or minutes, never, on or off. */
export type RuleValue = number | 'never' | 'on' | 'off';

/** The facts of each journal event: codes, numbers and booleans, never free text. */
export interface JournalFacts {
  readonly 'logged-in': { readonly kept: SecretPlace; readonly wayIn: LoginMethod };
  readonly 'login-refused': { readonly code: ServerProblem['code'] };
  readonly 'login-failed': { readonly code: ServerProblem['code'] };
  readonly 'session-renewed': Nothing;
  readonly 'logged-out': { readonly confirmed: boolean };
  readonly 'header-copied': {
    readonly production: boolean;
    readonly anyway: boolean;
    /** Absent: the header line. */
    readonly format?: CopyFormat;
  };
  /** A page of the server was opened in a window of its own, as its user. */
  readonly 'web-page-opened': { readonly page: WebPage; readonly production: boolean };
  /** Other programs can use the session through a gateway. */
  readonly 'gateway-opened': {
    readonly access: GatewayAccess;
    readonly path: string;
    readonly minutes: number;
    readonly production: boolean;
  };
  readonly 'gateway-closed': { readonly reason: GatewayEnd; readonly requests: number };
  /** Other programs can read the token from a live file. */
  readonly 'live-file-added': {
    readonly kind: LiveFileKind;
    readonly format: LiveFileFormat;
    readonly production: boolean;
  };
  /** `left`: it was changed by others, so that it was left as it is. */
  readonly 'live-file-removed': {
    readonly format: LiveFileFormat;
    readonly reason: LiveFileEnd;
    readonly left: boolean;
  };
  /** A program read the token from a pipe; `reads`: how often, since equal reads within a minute are one entry. */
  readonly 'live-file-read': ReadFacts;
  /** A program that read from a pipe got nothing. */
  readonly 'live-file-refused': ReadFacts & { readonly reason: ReadRefusal };
  /** The token was written into a regular file, or taken out of it. */
  readonly 'live-file-written': { readonly format: LiveFileFormat };
  readonly 'live-file-emptied': { readonly format: LiveFileFormat; readonly reason: LiveFileEmptied };
  /** A program read the token with `ffsm`, or was refused; `command`: of `ffsm`; `reads`: as above. */
  readonly 'token-read': ProgramFacts;
  readonly 'token-refused': ProgramFacts;
  readonly 'session-refused': { readonly code: 'session-refused' | 'device-blocked' };
  readonly 'session-expired': Nothing;
  /** Sessions ended through the list of sessions; `ofOthers`: how many of them belong to other users. */
  readonly 'session-ended-elsewhere': { readonly sessions: number; readonly ofOthers: number };
  readonly 'device-blocked': { readonly device: string; readonly forEver: boolean };
  readonly 'device-unblocked': { readonly device: string };
  /** How many rights the user lost and gained. */
  readonly 'rights-changed': { readonly lost: number; readonly gained: number };
  /** Whether automatic checks of the profile were turned on or off. */
  readonly 'self-checks': { readonly on: boolean };
  /** Whether the live channel of the profile was turned on or off. */
  readonly 'live-channel': { readonly on: boolean };
  readonly 'certificate-changed': Nothing;
  readonly 'certificate-trusted': { readonly replaced: boolean } & Change<string>;
  /** `system`, or the first digits of the fingerprint of a CA or certificate. */
  readonly 'trust-changed': Change<string>;
  /** `system`, `direct`, or host and port. */
  readonly 'proxy-changed': Change<string>;
  readonly 'profile-added': Nothing;
  /** With another address or user name the session is ended, since its token belongs to the old ones. */
  readonly 'profile-edited': { readonly otherLogin: boolean };
  /** Tags or environment of several servers were changed at once, or that was undone. */
  readonly 'profiles-edited': { readonly profiles: number };
  /** Whether the session was left on the server. */
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
  /** After how many seconds a copied header is cleared. */
  readonly 'clipboard-rule': Change<RuleValue>;
  /** After how many minutes of inactivity, or at which trigger, the window locks. */
  readonly 'lock-rule': { readonly rule: 'idle' | 'screen' | 'sleep' | 'start' } & Change<RuleValue>;
  readonly 'password-kept': Nothing;
  readonly 'password-forgotten': Nothing;
  /** Those of so many profiles at once. */
  readonly 'passwords-forgotten': { readonly profiles: number };
  readonly 'lease-changed': { readonly on: boolean };
  /** The app ended a session by its auto log-out policy, or tries to. */
  readonly 'lease-ended': { readonly reason: AutoLogoutReason };
  readonly 'logout-pending': { readonly code: ServerProblem['code'] };
  /** The server confirmed a pending log-out. */
  readonly 'logout-confirmed': { readonly tries: number };
  readonly 'logout-given-up': { readonly reason: 'asked-often' | 'token-lost' | 'forgotten' | 'expired' };
}

/** A program that read from a pipe: its name in lower case, several with colons between, or `unknown`. */
type ReadFacts = {
  readonly format: LiveFileFormat;
  readonly program: string;
  readonly reads: number;
};

/** A program that asked with `ffsm`: its name in lower case, or `unknown`, and the command. */
type ProgramFacts = {
  readonly program: string;
  readonly command: string;
  readonly production: boolean;
  readonly reads: number;
};

/** What triggered an auto log-out; `missed`: a trigger while the app could not act. */
export type AutoLogoutReason = 'time' | 'lock' | 'app-quit' | 'missed';

/** The code of a journal event. */
export type JournalEvent = keyof JournalFacts;

/** The saved files that an older copy can replace. */
export const keptFiles = ['profiles.json', 'users.json', 'vault.json'] as const;
export type KeptFile = (typeof keptFiles)[number];

/** The events grouped for filtering, in the order of the menu. */
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
  copies: [
    'header-copied',
    'gateway-opened',
    'gateway-closed',
    'live-file-added',
    'live-file-removed',
    'live-file-read',
    'live-file-refused',
    'live-file-written',
    'live-file-emptied',
    'token-read',
    'token-refused',
  ],
  sessions: [
    'web-page-opened',
    'session-refused',
    'session-expired',
    'session-ended-elsewhere',
    'device-blocked',
    'device-unblocked',
    'rights-changed',
    'self-checks',
    'live-channel',
    'certificate-changed',
    'certificate-trusted',
    'trust-changed',
    'proxy-changed',
  ],
  profiles: ['profile-added', 'profile-edited', 'profiles-edited', 'profile-removed'],
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
    'passwords-forgotten',
  ],
} as const satisfies Readonly<Record<string, readonly JournalEvent[]>>;

/** A group of events for filtering. */
export type JournalKind = keyof typeof journalKinds;

/** All groups, in the order of the menu. */
export const journalKindNames = Object.keys(journalKinds) as readonly JournalKind[];

/** A journal entry, with the names at the time of the event. */
export interface JournalEntry {
  /** The position; later entries have greater numbers. */
  readonly id: number;
  readonly at: EpochMs;
  readonly what: JournalEvent;
  /** Null if the event is not about a profile; the next fields are empty then. */
  readonly profileId: ProfileId | null;
  readonly name: string;
  readonly userName: string;
  readonly host: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** A filter; null and an empty text match everything. */
export interface JournalFilter {
  readonly profileId: ProfileId | null;
  readonly kind: JournalKind | null;
  /** Searched in names, users and servers. */
  readonly text: string;
}

/** A page of entries, newest first. */
export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  /** Whether there are older entries. */
  readonly more: boolean;
}

/** The calls about the journal. */
export interface JournalCalls {
  /** `before` is the ID of the oldest entry already loaded. */
  readJournal(
    request: JournalFilter & { readonly before: number | null; readonly limit: number },
  ): Promise<Result<JournalPage>>;
  /** Saves matching entries as CSV to a chosen file; returns the file name, or null if the person cancelled. */
  saveJournal(request: JournalFilter): Promise<Result<string | null>>;
}
