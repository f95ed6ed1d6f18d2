import type { CertificateFacts } from './certificate.ts';
import type { Profile, ProfileId } from './profile.ts';
import type { Session } from './session.ts';
import type { Language, Settings } from './settings.ts';
import type { EpochMs } from './time.ts';
import type { User, UserSummary } from './user.ts';

/** One profile as the list shows it. Small on purpose: a check of a whole fleet announces many of these. */
export interface Row {
  readonly profile: Profile;
  readonly session: Session;
  /** Who the server last said this is; null before the first login. */
  readonly user: UserSummary | null;
  readonly checking: boolean;
  /** When the header was last copied or the server last logged in to; null if never. */
  readonly lastUsedAt: EpochMs | null;
}

/** What seals the tokens on this computer. */
export type Sealer =
  | 'windows-dpapi'
  | 'macos-keychain'
  | 'gnome-keyring'
  | 'kwallet'
  | 'secret-service'
  | 'desktop-portal';

/** Why tokens cannot be sealed here. */
export type UnsealedReason =
  | 'no-keyring'
  | 'keyring-locked'
  | 'keyring-lost'
  | 'vault-unreadable'
  | 'vault-newer';

/** Where tokens go: sealed on disk, or in memory until the app quits. */
export type Storage =
  | { readonly kind: 'opening' }
  | { readonly kind: 'sealed'; readonly by: Sealer }
  | { readonly kind: 'memory-only'; readonly reason: UnsealedReason };

/** What of ours is on the clipboard. */
export interface ClipboardNote {
  readonly profileId: ProfileId;
  readonly name: string;
  readonly userName: string;
  readonly production: boolean;
  readonly copiedAt: EpochMs;
  /** When it will be cleared; null: never. */
  readonly clearsAt: EpochMs | null;
}

/** Something that happened to the kept files and that a person should know; stays until dismissed. */
export type Notice =
  | { readonly id: string; readonly code: 'file-restored'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'file-unreadable'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'file-foreign'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'file-newer'; readonly file: string }
  | { readonly id: string; readonly code: 'file-not-saved'; readonly file: string };

/** Everything a window may show. */
export interface AppState {
  /** Grows by one with every change. */
  readonly revision: number;
  readonly rows: readonly Row[];
  readonly storage: Storage;
  readonly clipboard: ClipboardNote | null;
  readonly settings: Settings;
  /** The language in force, after `system` has been looked up. */
  readonly language: Language;
  readonly notices: readonly Notice[];
  readonly appVersion: string;
}

/** What changed since the revision before; what is absent stayed as it was. */
export interface StateChange {
  readonly revision: number;
  /** Rows that are new or different. */
  readonly rows?: readonly Row[];
  readonly gone?: readonly ProfileId[];
  readonly storage?: Storage;
  /** `null` inside: the clipboard holds nothing of ours. */
  readonly clipboard?: { readonly note: ClipboardNote | null };
  readonly settings?: Settings;
  readonly language?: Language;
  readonly notices?: readonly Notice[];
}

/** What only the details of one profile show; asked for one at a time, because it is large. */
export interface Details {
  readonly profileId: ProfileId;
  readonly user: User | null;
  /** What the server sees of this computer. */
  readonly deviceId: string;
  readonly deviceInfo: Readonly<Record<string, string>>;
  /** The certificate of the last connection; null over plain HTTP or before the first one. */
  readonly certificate: CertificateFacts | null;
}
