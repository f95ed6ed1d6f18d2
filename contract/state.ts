import type { CertificateFacts } from './core/certificate.ts';
import type { CopyFormat, CopyTemplate } from './core/copy-format.ts';
import type { EpochMs } from './core/time.ts';
import type { Managed } from './installation/policy.ts';
import type { UpdateState } from './installation/updates.ts';
import type { CommandUse, KeyBindings } from './keys.ts';
import type { WindowLayout } from './layout.ts';
import type { ListOutline } from './list-outline.ts';
import type { UsedRoute } from './profiles/connection.ts';
import type { Run, Undoable } from './profiles/many.ts';
import type { Profile, ProfileId } from './profiles/profile.ts';
import type { ServerInfo } from './profiles/server-info.ts';
import type { BulkLogin } from './sessions/bulk-login.ts';
import type { CheckPoint, LiveChannel, NextCheck } from './sessions/checking.ts';
import type { Gateway } from './sessions/gateway.ts';
import type { LiveFile } from './sessions/live-files.ts';
import type { PendingLogout } from './sessions/pending-logout.ts';
import type { ProgramAccess } from './sessions/program-access.ts';
import type { QuickKey } from './sessions/quick-access.ts';
import type { Reminders } from './sessions/reminders.ts';
import type { Session } from './sessions/session.ts';
import type { RightsChange, RightsMark, User, UserSummary } from './sessions/user.ts';
import type { Language, Settings } from './settings.ts';

/** A profile as the list shows it. Kept small, since checking all servers sends many rows. */
export interface Row {
  readonly profile: Profile;
  readonly session: Session;
  /** The user that the server last reported; null before the first log-in. */
  readonly user: UserSummary | null;
  /** The server info; null if it was never asked, or says nothing. */
  readonly server: ServerInfo | null;
  readonly checking: boolean;
  /** Whether the password is saved, so that one click logs in again. */
  readonly passwordKept: boolean;
  /** The pending log-outs. */
  readonly endings: readonly PendingLogout[];
  /** Time of the last copy or log-in; null if never. */
  readonly lastUsedAt: EpochMs | null;
  /** Whether automatic checks are on. */
  readonly checksItself: boolean;
  readonly nextCheck: NextCheck;
  readonly channel: LiveChannel;
  /** The change of the user's rights since a person last looked; null if none. */
  readonly rightsChange: RightsMark | null;
}

/** The programs and services that can encrypt tokens for a user. */
export const sealers = [
  'windows-dpapi',
  'macos-keychain',
  'gnome-keyring',
  'kwallet',
  'secret-service',
  'desktop-portal',
] as const;

/** What encrypts the tokens on this computer. */
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

/** The usual keyring of this desktop, which is missing. */
export type MissingKeyring = 'gnome-keyring' | 'kwallet' | 'any';

/** Where tokens are stored: sealed on disk, or in memory until the app quits. */
export type VaultStatus =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'sealed';
      /** What opens the vault without a passphrase; null if nothing does. */
      readonly by: Sealer | null;
      /** Whether a passphrase opens it too. */
      readonly passphrase: boolean;
    }
  | {
      readonly kind: 'memory-only';
      readonly reason: UnsealedReason;
      /** Whether a passphrase would open the vault. */
      readonly passphrase: boolean;
      /** What sealed it according to the file; null without a keyring slot or a readable file. */
      readonly sealedBy: Sealer | null;
      readonly missing: MissingKeyring;
    };

/** Why the window is locked. */
export type LockReason = 'asked' | 'idle' | 'screen' | 'sleep' | 'quit' | 'start';

/** Whether the window is locked, and what unlocks it. */
export type Lock =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'locked';
      readonly reason: LockReason;
      /** The keyring that unlocks it with one click; null if a passphrase is needed. */
      readonly keyring: Sealer | 'none' | null;
      readonly passphrase: boolean;
    };

/** The lock triggers that work on this desktop. */
export interface LockAbilities {
  readonly idle: boolean;
  readonly screen: boolean;
  readonly sleep: boolean;
}

/** What this app can do with the clipboard of this desktop. */
export interface ClipboardAbilities {
  readonly system: 'windows' | 'macos' | 'x11' | 'wayland';
  /** Whether copied secrets are marked, so that clipboard managers skip them. */
  readonly marks: boolean;
  /** Whether it can be changed while another window has the focus. */
  readonly unfocused: boolean;
}

/** What works of the tray, and without a window. */
export interface TrayAbilities {
  /** Whether the icon was to be seen when it was last asked. */
  readonly inTray: boolean;
  /** Whether the system can start this copy. */
  readonly startAtLogin: boolean;
}

/** The secret of ours that is on the clipboard. */
export interface ClipboardNote {
  readonly profileId: ProfileId;
  readonly name: string;
  readonly userName: string;
  readonly production: boolean;
  /** The format of the session; `gateway`: the address of its gateway. */
  readonly format: CopyFormat | 'gateway';
  readonly copiedAt: EpochMs;
  /** When it will be cleared; null: never. */
  readonly clearsAt: EpochMs | null;
  /** Whether it should be cleared but cannot be; tried again at the next key or click in the window. */
  readonly overdue: boolean;
  /** When its session ends; null if unknown. */
  readonly endsAt: EpochMs | null;
}

/**
 * What was asked of the window elsewhere, as in a web window or in the tray, since it may take a question or show a problem.
 * The window does what its own command would do.
 */
export type WindowTask =
  | { readonly kind: 'log-in' | 'open-web-interface' | 'show-server'; readonly profileId: ProfileId }
  | { readonly kind: 'copy'; readonly profileId: ProfileId; readonly format: CopyFormat | null }
  | { readonly kind: 'show-view'; readonly view: 'expiring' | 'problems' }
  | { readonly kind: 'clear-clipboard' | 'lock' };

/** A notice about saved files or many servers; stays until dismissed. */
export type Notice =
  | { readonly id: string; readonly code: 'file-restored'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'file-rolled-back'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'vault-older'; readonly file: string; readonly behind: number }
  | { readonly id: string; readonly code: 'file-unreadable'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'file-foreign'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'list-archived'; readonly file: string; readonly keptAs: string }
  | { readonly id: string; readonly code: 'file-newer'; readonly file: string }
  | { readonly id: string; readonly code: 'file-not-saved'; readonly file: string }
  | ({ readonly id: string; readonly code: 'policy-broken' } & PolicyMistake)
  | { readonly id: string; readonly code: 'copies-not-made'; readonly file: string }
  | { readonly id: string; readonly code: 'ffsm-not-answered'; readonly file: string }
  | ({ readonly id: string; readonly code: 'sessions-refused' } & OutageSummary)
  | ({ readonly id: string; readonly code: 'servers-unreachable' } & OutageSummary);

/** The first mistake of a policy, which makes all of it void. */
export interface PolicyMistake {
  readonly file: string;
  /** The wrong key, or `JSON:3` for the third line of broken JSON; what is wrong if `isFile`. Never a value. */
  readonly where: string;
  /** Whether the file as such is the mistake, not its content. */
  readonly isFile?: true;
}

/** Number of servers, and the names of the first ones. */
export interface OutageSummary {
  readonly count: number;
  readonly names: readonly string[];
}

/** The state that windows mirror. */
export interface AppState {
  /** Grows by one with every change. */
  readonly revision: number;
  readonly rows: readonly Row[];
  /**
   * Present as long as `rows` are only the first ones, in the order of the list. The window reads the whole state once it
   * has shown them, or before the first input.
   */
  readonly outline?: ListOutline;
  readonly storage: VaultStatus;
  /** The keyring that is being waited for; null if none. */
  readonly keyringAwaited: Sealer | null;
  /** Whether to ask where tokens should be stored on a desktop without a keyring. */
  readonly storageAsked: boolean;
  /** Whether the system asked to open a file that was not read yet. */
  readonly importAsked: boolean;
  /** What was asked of the window elsewhere, for a moment; else null. */
  readonly taskAsked: WindowTask | null;
  readonly lock: Lock;
  readonly lockAbilities: LockAbilities;
  readonly clipboardAbilities: ClipboardAbilities;
  readonly trayAbilities: TrayAbilities;
  readonly clipboard: ClipboardNote | null;
  readonly settings: Settings;
  readonly layout: WindowLayout;
  readonly keys: KeyBindings;
  readonly quickKey: QuickKey;
  readonly used: CommandUse;
  readonly templates: readonly CopyTemplate[];
  /** The language of the window, with `system` resolved. */
  readonly language: Language;
  readonly notices: readonly Notice[];
  /** The running or last bulk log-in; null once its results are dropped. */
  readonly bulkLogin: BulkLogin | null;
  /** The open gateways. */
  readonly gateways: readonly Gateway[];
  /** The live files of all profiles. */
  readonly liveFiles: readonly LiveFile[];
  readonly reminders: Reminders;
  /** The programs that may use tokens with `ffsm`. */
  readonly programs: readonly ProgramAccess[];
  /** What is being done with several servers. */
  readonly runs: readonly Run[];
  /** The last change, if it can be undone. */
  readonly undoable: Undoable | null;
  readonly appVersion: string;
  readonly update: UpdateState;
  readonly managed: Managed;
  /** The version that ran before this one, until the person has seen what is new; else null. */
  readonly updatedFrom: string | null;
}

/** What changed since the previous revision; absent parts are unchanged. */
export interface StateChange {
  readonly revision: number;
  /** The revision before the first of several merged changes; absent: `revision` - 1. */
  readonly since?: number;
  /** New or changed rows. */
  readonly rows?: readonly Row[];
  readonly gone?: readonly ProfileId[];
  readonly storage?: VaultStatus;
  readonly storageAsked?: boolean;
  readonly importAsked?: boolean;
  readonly taskAsked?: WindowTask | null;
  readonly keyringAwaited?: Sealer | null;
  readonly lock?: Lock;
  readonly lockAbilities?: LockAbilities;
  readonly clipboardAbilities?: ClipboardAbilities;
  readonly trayAbilities?: TrayAbilities;
  /** `null` inside: no secret of ours is on the clipboard. */
  readonly clipboard?: { readonly note: ClipboardNote | null };
  readonly settings?: Settings;
  readonly layout?: WindowLayout;
  readonly keys?: KeyBindings;
  readonly quickKey?: QuickKey;
  readonly used?: CommandUse;
  readonly templates?: readonly CopyTemplate[];
  readonly language?: Language;
  readonly notices?: readonly Notice[];
  readonly bulkLogin?: BulkLogin | null;
  readonly gateways?: readonly Gateway[];
  readonly liveFiles?: readonly LiveFile[];
  readonly reminders?: Reminders;
  readonly programs?: readonly ProgramAccess[];
  readonly runs?: readonly Run[];
  readonly undoable?: Undoable | null;
  readonly update?: UpdateState;
  readonly managed?: Managed;
  readonly updatedFrom?: string | null;
}

/** What only the details of a profile show; loaded separately because of its size. */
export interface Details {
  readonly profileId: ProfileId;
  readonly user: User | null;
  readonly rightsChange: RightsChange | null;
  /** The device ID that the server receives. */
  readonly deviceId: string;
  readonly deviceInfo: Readonly<Record<string, string>>;
  /** The certificate of the last connection; null before the first one and over plain HTTP. */
  readonly certificate: CertificateFacts | null;
  /** The route of the last connection; null before the first one. */
  readonly way: UsedRoute | null;
  /** The last checks since the app was started, the newest last. */
  readonly checks: readonly CheckPoint[];
}
