import type { CopyFormat } from './core/copy-format.ts';
import type { Result } from './core/result.ts';
import type { DiagnosticsCalls } from './diagnostics.ts';
import type { AboutCalls } from './installation/about.ts';
import type { UpdateCalls } from './installation/updates.ts';
import type { JournalCalls } from './journal.ts';
import type { CommandCalls } from './keys.ts';
import type { LayoutCalls } from './layout.ts';
import type { ListPlaceCalls } from './list-place.ts';
import type { AddingCalls } from './profiles/adding.ts';
import type { ConnectionCalls, ConnectionChoice } from './profiles/connection.ts';
import type { ManyCalls } from './profiles/many.ts';
import type { ProbeCalls } from './profiles/probe.ts';
import type { DraftRequest, ProfileId, ProfileRequest } from './profiles/profile.ts';
import type { ServerTableCalls } from './server-table.ts';
import type { BulkLoginCalls } from './sessions/bulk-login.ts';
import type { CheckingCalls } from './sessions/checking.ts';
import type { Copied, CopyingCalls } from './sessions/copying.ts';
import type { FaceCalls } from './sessions/face.ts';
import type { GatewayCalls } from './sessions/gateway.ts';
import type { LiveFileCalls } from './sessions/live-files.ts';
import type { PastedTokenCalls } from './sessions/pasted-token.ts';
import type { AutoLogoutCalls } from './sessions/pending-logout.ts';
import type { ProgramAccessCalls } from './sessions/program-access.ts';
import type { QuickAccessCalls } from './sessions/quick-access.ts';
import type { ReminderCalls } from './sessions/reminders.ts';
import type { RemoteSessionCalls } from './sessions/remote-sessions.ts';
import type { WebWindowCalls } from './sessions/web-window.ts';
import type { Settings, Zoom } from './settings.ts';
import type { Details } from './state.ts';
import type { TransferCalls } from './transfer.ts';
import type { VaultCalls } from './vault.ts';
import type { SideWindowCalls } from './windows/side-window.ts';

/** The calls from the renderer to main. The preload script offers them, main serves them. No call returns a secret. */
export interface Calls
  extends ConnectionCalls,
    VaultCalls,
    TransferCalls,
    JournalCalls,
    DiagnosticsCalls,
    AddingCalls,
    ManyCalls,
    BulkLoginCalls,
    RemoteSessionCalls,
    ServerTableCalls,
    CheckingCalls,
    FaceCalls,
    PastedTokenCalls,
    AutoLogoutCalls,
    ProbeCalls,
    ListPlaceCalls,
    LayoutCalls,
    CommandCalls,
    CopyingCalls,
    WebWindowCalls,
    SideWindowCalls,
    GatewayCalls,
    ProgramAccessCalls,
    LiveFileCalls,
    ReminderCalls,
    QuickAccessCalls,
    UpdateCalls,
    AboutCalls {
  /** The whole state as JSON of `AppState`; for the start and after a missed revision. */
  readState(): Promise<string>;
  readDetails(request: ProfileRequest): Promise<Result<Details>>;

  /** With `finding`, the result of that probe completes the address and says which certificate is trusted. */
  addProfile(request: DraftRequest): Promise<Result<ProfileId>>;
  /**
   * Changing the address or the user name ends the session, whose token belongs to the old ones. With `choice` the
   * connection settings change too; if either part is invalid, nothing changes.
   */
  editProfile(
    request: ProfileRequest & DraftRequest & { readonly choice: ConnectionChoice | null },
  ): Promise<Result>;
  /**
   * With `logOut` the session is ended on the server first; an unreachable server does not prevent the removal, which can
   * be undone.
   */
  removeProfile(request: ProfileRequest & { readonly logOut: boolean }): Promise<Result>;
  markFavourite(request: ProfileRequest & { readonly favourite: boolean }): Promise<Result>;

  /** Loads what the first log-in needs; asks the server nothing. */
  prepareLogin(request: ProfileRequest): Promise<Result>;
  /**
   * `faceToken` is a pasted face token; null uses the one of a face recognized just before, if any. With `keepPassword`
   * the password is saved once the server has accepted it.
   */
  login(
    request: ProfileRequest & {
      readonly password: string;
      readonly faceToken: string | null;
      readonly keepPassword: boolean;
    },
  ): Promise<Result>;
  cancelLogin(request: ProfileRequest): Promise<Result>;
  logout(request: ProfileRequest): Promise<Result>;
  check(request: ProfileRequest): Promise<Result>;
  /** A run like `checkMany`. */
  checkAll(): Promise<Result>;
  /** Pins the certificate with this fingerprint; nothing was sent before. */
  trustCertificate(request: ProfileRequest & { readonly fingerprint: string }): Promise<Result>;

  /**
   * Copies a session; with `anyway` even if it is known to have ended. A `format` of null is that of the profile, usually
   * the header line.
   */
  copySession(
    request: ProfileRequest & { readonly anyway: boolean; readonly format: CopyFormat | null },
  ): Promise<Result<Copied>>;
  clearClipboard(): Promise<Result>;
  openInBrowser(request: ProfileRequest): Promise<Result>;

  changeSettings(request: { readonly settings: Partial<Settings> }): Promise<Result>;
  /** Sets the zoom of the window; null leaves it. Returns the zoom in force. */
  zoom(request: { readonly percent: Zoom | null }): Promise<Result<Zoom>>;
  dismissNotice(request: { readonly noticeId: string }): Promise<Result>;
  /** Closes the window like its close button. */
  closeWindow(): Promise<Result>;
  /** Ends the app, also where closing the window hides it. */
  quit(): Promise<Result>;
  /** Shows the window, once the page has its first content. */
  showWindow(): Promise<Result>;
}

/** The type of `window.bridge`. */
export interface Bridge extends Calls {
  /** The state like `readState`, while the page waits for it: before an input that needs it. Once; then null. */
  readStateNow(): string | null;
  /**
   * Calls back with each change, as JSON of `StateChange`; returns the function that removes the listener.
   *
   * The state crosses to the page as text, because its world gets copies of objects value by value, which takes several
   * times as long (0027).
   */
  onStateChanged(listener: (change: string) => void): () => void;
}
