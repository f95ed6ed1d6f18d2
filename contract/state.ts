import type { CertificateFacts } from './core/certificate.ts';
import type { EpochMs } from './core/time.ts';
import type { UsedRoute } from './profiles/connection.ts';
import type { Profile, ProfileId } from './profiles/profile.ts';
import type { ServerInfo } from './profiles/server-info.ts';
import type { BulkLogin } from './sessions/bulk-login.ts';
import type { NextCheck } from './sessions/checking.ts';
import type { PendingLogout } from './sessions/pending-logout.ts';
import type { Session } from './sessions/session.ts';
import type { RightsChange, RightsMark, User, UserSummary } from './sessions/user.ts';
import type { Language, Settings } from './settings.ts';

/** One profile as the list shows it. Small on purpose: a check of all servers announces many of these. */
export interface Row {
  readonly profile: Profile;
  readonly session: Session;
  /** Who the server last said this is; null before the first login. */
  readonly user: UserSummary | null;
  /** What the server told about itself; null if it was never asked, or says nothing. */
  readonly server: ServerInfo | null;
  readonly checking: boolean;
  /** Is the password kept too, so that one click logs in again? */
  readonly passwordKept: boolean;
  /** Sessions that have ended here, and of which the server has not said so yet. */
  readonly endings: readonly PendingLogout[];
  /** When the header was last copied or the server last logged in to; null if never. */
  readonly lastUsedAt: EpochMs | null;
  /** May it be checked automatically? */
  readonly checksItself: boolean;
  readonly nextCheck: NextCheck;
  /** How the user's rights changed since a person last looked; null if they did not. */
  readonly rightsChange: RightsMark | null;
}

/** Every program that can seal tokens for a user of this computer. */
export const sealers = [
  'windows-dpapi',
  'macos-keychain',
  'gnome-keyring',
  'kwallet',
  'secret-service',
  'desktop-portal',
] as const;

/** What seals the tokens on this computer. */
export type Sealer = (typeof sealers)[number];

/** Why tokens cannot be sealed here, or not at present. */
export type UnsealedReason =
  | 'no-keyring'
  | 'keyring-locked'
  | 'keyring-lost'
  | 'passphrase-needed'
  | 'locked'
  | 'vault-unreadable'
  | 'vault-newer'
  | 'disk-refused';

/** The keyring that a desktop of this kind usually has, and that is missing here. */
export type MissingKeyring = 'gnome-keyring' | 'kwallet' | 'any';

/** Where tokens go: sealed on disk, or in memory until the app quits. */
export type VaultStatus =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'sealed';
      /** What opens the vault alone; null if only the passphrase does. */
      readonly by: Sealer | null;
      /** Does a passphrase open it too? */
      readonly passphrase: boolean;
    }
  | {
      readonly kind: 'memory-only';
      readonly reason: UnsealedReason;
      /** Would a passphrase open what lies there sealed? */
      readonly passphrase: boolean;
      /** What sealed it, as far as the file says; null without a keyring slot, or without a readable file. */
      readonly sealedBy: Sealer | null;
      readonly missing: MissingKeyring;
    };

/** Why the window is locked. */
export type LockReason = 'asked' | 'idle' | 'screen' | 'sleep' | 'quit' | 'start';

/** Is the window locked, and what opens it? */
export type Lock =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'locked';
      readonly reason: LockReason;
      /** The keyring that opens it with one click; null if it takes the passphrase. */
      readonly keyring: Sealer | 'none' | null;
      readonly passphrase: boolean;
    };

/** What this desktop can tell, so that no switch promises more. */
export interface LockAbilities {
  readonly idle: boolean;
  readonly screen: boolean;
  readonly sleep: boolean;
}

/** What of ours is on the clipboard. */
export interface ClipboardNote {
  readonly profileId: ProfileId;
  readonly name: string;
  readonly userName: string;
  readonly production: boolean;
  readonly copiedAt: EpochMs;
  /** When it will be cleared; null: never. */
  readonly clearsAt: EpochMs | null;
  /** When the session behind it ends; null if that is not known. */
  readonly endsAt: EpochMs | null;
}

/** Something that happened to the kept files or to many servers and that a person should know; stays until dismissed. */
export type Notice =
  | { readonly id: string; readonly code: 'file-restored'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'file-rolled-back'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'vault-older'; readonly file: string; readonly behind: number }
  | { readonly id: string; readonly code: 'file-unreadable'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'file-foreign'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'list-archived'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'file-newer'; readonly file: string }
  | { readonly id: string; readonly code: 'file-not-saved'; readonly file: string }
  | ({ readonly id: string; readonly code: 'sessions-refused' } & OutageSummary)
  | ({ readonly id: string; readonly code: 'servers-unreachable' } & OutageSummary);

/** How many servers a notice is about, and the names of the first. */
export interface OutageSummary {
  readonly count: number;
  readonly names: readonly string[];
}

/** Everything a window may show. */
export interface AppState {
  /** Grows by one with every change. */
  readonly revision: number;
  readonly rows: readonly Row[];
  readonly storage: VaultStatus;
  /** The keyring whose answer is being waited for; null if none. */
  readonly keyringAwaited: Sealer | null;
  /** Is it still open where tokens should go on a desktop without a keyring? */
  readonly storageAsked: boolean;
  readonly lock: Lock;
  readonly lockAbilities: LockAbilities;
  readonly clipboard: ClipboardNote | null;
  readonly settings: Settings;
  /** The language in force, after `system` has been looked up. */
  readonly language: Language;
  readonly notices: readonly Notice[];
  /** The login to several servers that is under way or was the last one; null once it is forgotten. */
  readonly bulkLogin: BulkLogin | null;
  readonly appVersion: string;
}

/** What changed since the revision before; what is absent stayed as it was. */
export interface StateChange {
  readonly revision: number;
  /** Rows that are new or different. */
  readonly rows?: readonly Row[];
  readonly gone?: readonly ProfileId[];
  readonly storage?: VaultStatus;
  readonly storageAsked?: boolean;
  readonly keyringAwaited?: Sealer | null;
  readonly lock?: Lock;
  /** `null` inside: the clipboard holds nothing of ours. */
  readonly clipboard?: { readonly note: ClipboardNote | null };
  readonly settings?: Settings;
  readonly language?: Language;
  readonly notices?: readonly Notice[];
  readonly bulkLogin?: BulkLogin | null;
}

/** What only the details of one profile show; asked for one at a time, because it is large. */
export interface Details {
  readonly profileId: ProfileId;
  readonly user: User | null;
  readonly rightsChange: RightsChange | null;
  /** What the server sees of this computer. */
  readonly deviceId: string;
  readonly deviceInfo: Readonly<Record<string, string>>;
  /** The certificate of the last connection; null over plain HTTP or before the first one. */
  readonly certificate: CertificateFacts | null;
  /** By which way the last connection went; null before the first one. */
  readonly way: UsedRoute | null;
}
