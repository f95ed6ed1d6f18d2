import type { Result } from './core/result.ts';
import type { DiagnosticsCalls } from './diagnostics.ts';
import type { JournalCalls } from './journal.ts';
import type { ListPlaceCalls } from './list-place.ts';
import type { AddingCalls } from './profiles/adding.ts';
import type { ConnectionCalls, ConnectionChoice } from './profiles/connection.ts';
import type { ProbeCalls } from './profiles/probe.ts';
import type { DraftRequest, ProfileId, ProfileRequest } from './profiles/profile.ts';
import type { ServerTableCalls } from './server-table.ts';
import type { BulkLoginCalls } from './sessions/bulk-login.ts';
import type { CheckingCalls } from './sessions/checking.ts';
import type { FaceCalls } from './sessions/face.ts';
import type { PastedTokenCalls } from './sessions/pasted-token.ts';
import type { AutoLogoutCalls } from './sessions/pending-logout.ts';
import type { RemoteSessionCalls } from './sessions/remote-sessions.ts';
import type { Settings } from './settings.ts';
import type { AppState, Details, StateChange } from './state.ts';
import type { TransferCalls } from './transfer.ts';
import type { VaultCalls } from './vault.ts';

/** Everything the renderer may ask of main. The preload offers it, main answers it. No call returns a secret. */
export interface Calls
  extends ConnectionCalls,
    VaultCalls,
    TransferCalls,
    JournalCalls,
    DiagnosticsCalls,
    AddingCalls,
    BulkLoginCalls,
    RemoteSessionCalls,
    ServerTableCalls,
    CheckingCalls,
    FaceCalls,
    PastedTokenCalls,
    AutoLogoutCalls,
    ProbeCalls,
    ListPlaceCalls {
  /** The whole state; for the start and after a missed revision. */
  readState(): Promise<AppState>;
  readDetails(request: ProfileRequest): Promise<Result<Details>>;

  /** With `finding`, what that probe found completes the address and says which certificate is trusted. */
  addProfile(request: DraftRequest): Promise<Result<ProfileId>>;
  /**
   * Changing the address or the user name forgets the session here: its token belongs to the old one. With `choice`
   * the connection is changed along; what cannot be used of either changes nothing.
   */
  editProfile(
    request: ProfileRequest & DraftRequest & { readonly choice: ConnectionChoice | null },
  ): Promise<Result>;
  /** With `logOut` the session is ended on the server first; a server that cannot be asked does not stop the removal. */
  removeProfile(request: ProfileRequest & { readonly logOut: boolean }): Promise<Result>;
  markFavourite(request: ProfileRequest & { readonly favourite: boolean }): Promise<Result>;

  /**
   * `faceToken` is the inactive token of a face check as pasted; null leaves it to the face recognised a moment ago. With `keepPassword`
   * the password is sealed beside the token once the server has taken it.
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
  checkAll(): Promise<Result>;
  /** Pins the certificate with this fingerprint; nothing is sent before that. */
  trustCertificate(request: ProfileRequest & { readonly fingerprint: string }): Promise<Result>;

  /** Puts `Authorization: Token …` on the clipboard; with `anyway` even if the session is known to be dead. */
  copyHeader(request: ProfileRequest & { readonly anyway: boolean }): Promise<Result>;
  clearClipboard(): Promise<Result>;
  openInBrowser(request: ProfileRequest): Promise<Result>;

  changeSettings(request: { readonly settings: Partial<Settings> }): Promise<Result>;
  dismissNotice(request: { readonly noticeId: string }): Promise<Result>;
  /** Closes the window as its own button does. */
  closeWindow(): Promise<Result>;
  /** The page has its first real content: the window may be shown. */
  showWindow(): Promise<Result>;
}

/** Everything main says unasked. */
export interface Announcements {
  stateChanged: StateChange;
}

/** What the renderer finds at `window.bridge`. */
export interface Bridge extends Calls {
  /** Returns the function that stops listening. */
  onStateChanged(listener: (change: StateChange) => void): () => void;
}
