import type { Calls } from '../../contract/bridge.ts';
import type { CopyTemplate } from '../../contract/core/copy-format.ts';
import { done, fail, ok } from '../../contract/core/result.ts';
import type { CountedCommand, KeyBindings } from '../../contract/keys.ts';
import type { WindowLayout } from '../../contract/layout.ts';
import { writeState } from '../../contract/list/short-rows.ts';
import { demoOrigin } from '../../contract/profiles/demo.ts';
import { addressText } from '../../contract/profiles/profile.ts';
import type { Zoom } from '../../contract/settings.ts';
import { type AboutHandlerDeps, aboutHandlers } from '../about/ipc-handlers.ts';
import { type AutoLogoutHandlerDeps, autoLogoutHandlers } from '../auto-logout/ipc-handlers.ts';
import type { BulkLogins } from '../bulk-login/bulk-login.ts';
import { bulkLoginHandlers } from '../bulk-login/ipc-handlers.ts';
import type { CheckHistory } from '../checks/check-history.ts';
import type { CheckScheduler } from '../checks/check-scheduler.ts';
import { checkHandlers } from '../checks/ipc-handlers.ts';
import type { SessionChecks } from '../checks/session-checks.ts';
import { type ProgramAccessHandlerDeps, programAccessHandlers } from '../cli/ipc-handlers.ts';
import {
  type ClientCertificateHandlerDeps,
  clientCertificateHandlers,
} from '../client-certificate/ipc-handlers.ts';
import type { SecretClipboard } from '../clipboard/secret-clipboard.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import type { SessionCopy } from '../copy-as/session-copy.ts';
import { type DiagnosticsHandlerDeps, diagnosticsHandlers } from '../diagnostics/ipc-handlers.ts';
import { type FaceHandlerDeps, faceHandlers } from '../face/ipc-handlers.ts';
import { type GatewayHandlerDeps, gatewayHandlers } from '../gateway/ipc-handlers.ts';
import { journalHandlers } from '../journal/ipc-handlers.ts';
import type { LiveChannels } from '../live-channel/live-channels.ts';
import { type LiveFileHandlerDeps, liveFileHandlers } from '../live-files/ipc-handlers.ts';
import { type VaultHandlerDeps, vaultHandlers } from '../lock/ipc-handlers.ts';
import { ListPlaceStore } from '../lock/list-place.ts';
import { stateWhileLocked } from '../lock/lock-policy.ts';
import { type ManyHandlerDeps, manyHandlers } from '../many/ipc-handlers.ts';
import { type PolicyFound, policyInForce } from '../policy/policy.ts';
import type { Presentation } from '../presentation/presentation.ts';
import { presentCalls } from '../presentation/presented-calls.ts';
import { probeHandlers } from '../probe/ipc-handlers.ts';
import type { ServerProbe } from '../probe/server-probe.ts';
import type { CheckedLogins } from '../profile-editing/checked-logins.ts';
import type { FirstLogin } from '../profile-editing/first-login.ts';
import { type ConnectionHandlerDeps, connectionHandlers } from '../profile-editing/ipc-handlers.ts';
import type { ProfileEditor } from '../profile-editing/profile-editor.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { QuickAccess } from '../quick-access/quick-access.ts';
import { type ReminderHandlerDeps, reminderHandlers } from '../reminders/ipc-handlers.ts';
import { type RemoteSessionHandlerDeps, remoteSessionHandlers } from '../remote-sessions/ipc-handlers.ts';
import { serverTableHandlers } from '../server-table/ipc-handlers.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { SideWindows } from '../side-windows/side-windows.ts';
import type { Notices } from '../state/notices.ts';
import { type TransferHandlerDeps, transferHandlers } from '../transfer/ipc-handlers.ts';
import type { AppUpdates } from '../updates/app-updates.ts';
import { updateHandlers } from '../updates/ipc-handlers.ts';
import type { WebSurroundings } from '../web-interface/web-window.ts';
import type { WebWindows } from '../web-interface/web-windows.ts';
import { refuseWhileLocked } from './locked.ts';
import { refuseManaged } from './managed.ts';
import { waitForVault } from './vault-gate.ts';

/** The parts that serve the calls. */
export interface HandlerDeps
  extends VaultHandlerDeps,
    ConnectionHandlerDeps,
    ClientCertificateHandlerDeps,
    TransferHandlerDeps,
    DiagnosticsHandlerDeps,
    RemoteSessionHandlerDeps,
    FaceHandlerDeps,
    GatewayHandlerDeps,
    LiveFileHandlerDeps,
    ReminderHandlerDeps,
    ProgramAccessHandlerDeps,
    AutoLogoutHandlerDeps,
    AboutHandlerDeps,
    ManyHandlerDeps {
  /** Settles once the vault has been opened, or opening it has failed. */
  readonly opened: Promise<unknown>;
  readonly confirmations: Confirmations;
  readonly notices: Notices;
  readonly presentation: Presentation;
  readonly profileEditor: ProfileEditor;
  readonly bulkLogins: BulkLogins;
  readonly checkedLogins: CheckedLogins;
  readonly firstLogin: FirstLogin;
  readonly serverProbe: ServerProbe;
  readonly checks: SessionChecks;
  readonly checkHistory: CheckHistory;
  readonly checkScheduler: CheckScheduler;
  readonly liveChannels: LiveChannels;
  readonly clients: ClientPool;
  readonly users: KnownUsers;
  readonly sessionCopy: SessionCopy;
  readonly clipboard: SecretClipboard;
  /** Loaded when the first page is opened. */
  readonly webWindows: () => Promise<Pick<WebWindows, 'open'>>;
  readonly quickAccess: QuickAccess;
  readonly sideWindows: Pick<SideWindows, 'open'>;
  readonly updates: AppUpdates;
  readonly policy: PolicyFound;
  readonly changeLayout: (change: Partial<WindowLayout>) => Promise<void>;
  readonly deviceInfo: Readonly<Record<string, string>>;
  readonly changeKeys: (keys: KeyBindings) => Promise<void>;
  readonly countUse: (command: CountedCommand) => Promise<void>;
  readonly changeTemplates: (templates: readonly CopyTemplate[]) => Promise<void>;
  readonly web: Pick<WebSurroundings, 'openAddress'>;
  /** Sets the zoom of the window unless it is null; returns the zoom in force. */
  readonly zoom: (percent: Zoom | null) => Zoom;
  readonly showWindow: () => void;
  readonly closeWindow: () => void;
  readonly quit: () => void;
}

/** The handlers of all calls, one line each. */
export function createHandlers(parts: HandlerDeps): Calls {
  const { live, notices, presentation, sessions, profileEditor, logins, checks, sessionCopy, clipboard } =
    parts;
  const place = new ListPlaceStore();
  const store = vaultHandlers(parts);
  const answers: Calls = {
    // SECURITY: no true name leaves main in presentation mode (0050).
    readState: async () => writeState(presentation.state(stateWhileLocked(live.read()))),
    readDetails: async ({ profileId }) => {
      const profile = sessions.profile(profileId);
      if (!profile) return fail({ code: 'profile-gone' });
      const [user, checked] = await Promise.all([
        parts.users.get(profileId),
        parts.checkHistory.pointsOf(profileId),
      ]);
      const client = await parts.clients.known(profileId);
      const certificate = client?.certificate ?? null;
      const way = client?.transport.route ?? null;
      const rightsChange = sessions.rightsChange(profileId);
      const { deviceInfo } = parts;
      return ok({
        ...{ profileId, user, rightsChange, deviceId: profile.deviceId, deviceInfo, certificate, way },
        checks: checked,
      });
    },
    addProfile: ({ draft, finding }) =>
      profileEditor.add(draft, parts.serverProbe.found(finding, draft.address)),
    editProfile: ({ profileId, draft, finding, choice }) =>
      parts.connectionSettings.edit(
        profileId,
        draft,
        parts.serverProbe.found(finding, draft.address),
        choice,
      ),
    addByLogin: (request) => parts.firstLogin.run(request),
    cancelAdding: async () => {
      parts.firstLogin.cancel();
      return done;
    },
    addAccount: ({ profileId, draft, finding }) =>
      profileEditor.addAccount(profileId, draft, parts.serverProbe.found(finding, draft.address)),
    removeProfile: ({ profileId, logOut }) => parts.profileRemoval.remove(profileId, logOut),
    markFavourite: ({ profileId, favourite }) => profileEditor.markFavourite(profileId, favourite),
    prepareLogin: async ({ profileId }) => {
      const profile = sessions.profile(profileId);
      if (!profile) return fail({ code: 'profile-gone' });
      await parts.clients.prepare(profile);
      return done;
    },
    login: ({ profileId, password, faceToken, keepPassword }) =>
      parts.checkedLogins.login(profileId, password, faceToken, keepPassword),
    cancelLogin: async ({ profileId }) => parts.checkedLogins.cancelLogin(profileId),
    logout: ({ profileId }) => logins.logout(profileId),
    check: ({ profileId }) => checks.check(profileId, true),
    checkAll: () => parts.manySessions.checkAll(),
    trustCertificate: ({ profileId, fingerprint }) => profileEditor.trust(profileId, fingerprint),
    copySession: ({ profileId, anyway, format }) => sessionCopy.copy(profileId, anyway, format),
    readFormats: ({ profileId }) => sessionCopy.previews(profileId),
    previewTemplate: async ({ profileId, text }) => sessionCopy.templatePreview(text, profileId),
    changeTemplates: async ({ templates }) => {
      await parts.changeTemplates(templates);
      return done;
    },
    clearClipboard: () => clipboard.clear(),
    openInBrowser: async ({ profileId }) => {
      const profile = sessions.profile(profileId);
      if (!profile) return fail({ code: 'profile-gone' });
      if (profile.address.origin === demoOrigin) return fail({ code: 'demo-without-page' });
      if (presentation.isOn) {
        const { openPageQuestion } = await import('../web-interface/questions.ts');
        // SECURITY: main itself asks before a page shows names (0050).
        if (!(await parts.confirmations.ask(openPageQuestion('interface', profile, true)))) return done;
      }
      return parts.web.openAddress(addressText({ ...profile.address, basePath: '/' })).then(
        () => done,
        () => fail({ code: 'browser-not-opened' }),
      );
    },
    openSideWindow: async ({ subject }) => parts.sideWindows.open(subject),
    openWebPage: async ({ profileId, page }) => (await parts.webWindows()).open(profileId, page),
    changeSettings: async ({ settings }) => {
      await parts.changeSettings(settings);
      return done;
    },
    changeLayout: async ({ layout }) => {
      await parts.changeLayout(layout);
      return done;
    },
    zoom: async ({ percent }) => ok(parts.zoom(percent)),
    changeKeys: async ({ keys }) => {
      await parts.changeKeys(keys);
      return done;
    },
    countUse: async ({ command }) => {
      await parts.countUse(command);
      return done;
    },
    dismissNotice: async ({ noticeId }) => {
      notices.dismiss(noticeId);
      return done;
    },
    closeWindow: async () => {
      parts.closeWindow();
      return done;
    },
    quit: async () => {
      parts.quit();
      return done;
    },
    showWindow: async () => {
      parts.showWindow();
      return done;
    },
    ...store,
    replaceVault: (request) => {
      // SECURITY: a reset does not prove who asks for it, and the saved search may contain a name (0011).
      place.forget();
      parts.quickAccess.forget();
      return store.replaceVault(request);
    },
    ...place.answers,
    ...parts.quickAccess.answers,
    ...manyHandlers(parts),
    ...journalHandlers(parts),
    ...diagnosticsHandlers(parts),
    ...connectionHandlers(parts),
    ...clientCertificateHandlers(parts),
    ...transferHandlers(parts),
    ...bulkLoginHandlers(parts.bulkLogins),
    ...remoteSessionHandlers(parts),
    ...serverTableHandlers(parts),
    ...checkHandlers(parts),
    ...faceHandlers(parts),
    ...gatewayHandlers(parts),
    ...liveFileHandlers(parts),
    ...reminderHandlers(parts),
    ...programAccessHandlers(parts),
    ...autoLogoutHandlers(parts),
    ...probeHandlers(parts),
    ...updateHandlers(parts.updates),
    ...aboutHandlers(parts),
  };
  // What was typed may be a name.
  presentation.onTurn(() => {
    place.forget();
    parts.quickAccess.forget();
  });
  const permitted = presentCalls(refuseManaged(answers, policyInForce(parts.policy)), presentation);
  const isLocked = () => live.read().lock.kind === 'locked';
  // SECURITY: the lock is checked again after waiting for the vault, since it may have been locked meanwhile (0011).
  return refuseWhileLocked(waitForVault(refuseWhileLocked(permitted, isLocked), parts.opened), isLocked);
}
