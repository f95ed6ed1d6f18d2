import type { Calls } from '../../contract/bridge.ts';
import { done, fail, ok } from '../../contract/core/result.ts';
import { addressText } from '../../contract/profiles/profile.ts';
import { type LeaseAnsweringParts, leaseAnswers } from '../auto-logout/ipc-handlers.ts';
import type { BulkLogins } from '../bulk-login/bulk-login.ts';
import { bulkLoginAnswers } from '../bulk-login/ipc-handlers.ts';
import type { Timetable } from '../checks/check-scheduler.ts';
import { checkingAnswers } from '../checks/ipc-handlers.ts';
import type { SessionChecks } from '../checks/session-checks.ts';
import type { HeaderCopy } from '../clipboard/copy-header.ts';
import type { ClipboardKeeper } from '../clipboard/secret-clipboard.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import { type DiagnosticsParts, diagnosticsAnswers } from '../diagnostics/ipc-handlers.ts';
import { type FaceAnsweringParts, faceAnswers } from '../face/ipc-handlers.ts';
import { journalAnswers } from '../journal/ipc-handlers.ts';
import { type StoreAnsweringParts, storeAnswersFrom } from '../lock/ipc-handlers.ts';
import { PlaceKeeper } from '../lock/list-place.ts';
import { behindTheLock } from '../lock/lock-policy.ts';
import { probeAnswers } from '../probe/ipc-handlers.ts';
import type { Prober } from '../probe/server-probe.ts';
import type { CheckedLogins } from '../profile-editing/checked-logins.ts';
import type { FirstLogin } from '../profile-editing/first-login.ts';
import { type ConnectionParts, connectionAnswers } from '../profile-editing/ipc-handlers.ts';
import type { ProfileDesk } from '../profile-editing/profile-editor.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import { type RemoteSessionParts, remoteSessionAnswers } from '../remote-sessions/ipc-handlers.ts';
import { fleetTableAnswers } from '../server-table/ipc-handlers.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import type { Notices } from '../state/notices.ts';
import { type HandOverAnsweringParts, handOverAnswers } from '../transfer/ipc-handlers.ts';
import { behindLock } from './locked.ts';
import { waitForVault } from './vault-gate.ts';

/** The parts that answer the window's calls. */
export interface AnsweringParts
  extends StoreAnsweringParts,
    ConnectionParts,
    HandOverAnsweringParts,
    DiagnosticsParts,
    RemoteSessionParts,
    FaceAnsweringParts,
    LeaseAnsweringParts {
  /** Settled once the vault has been opened, or could not be. */
  readonly opened: Promise<unknown>;
  readonly confirmations: Confirmations;
  readonly notices: Notices;
  readonly desk: ProfileDesk;
  readonly bulkLogins: BulkLogins;
  readonly logins: CheckedLogins;
  readonly firstLogin: FirstLogin;
  readonly prober: Prober;
  readonly checks: SessionChecks;
  readonly timetable: Timetable;
  readonly clients: ServerClients;
  readonly users: KnownUsers;
  readonly headerCopy: HeaderCopy;
  readonly clipboard: ClipboardKeeper;
  readonly deviceInfo: Readonly<Record<string, string>>;
  /** Opens an http or https address in the system's browser. */
  readonly openAddress: (address: string) => Promise<void>;
  readonly showWindow: () => void;
  readonly closeWindow: () => void;
}

/** One line a call: which part answers it. */
export function answersFrom(parts: AnsweringParts): Calls {
  const { live, notices, fleet, desk, keeper, checks, headerCopy, clipboard } = parts;
  const place = new PlaceKeeper();
  const store = storeAnswersFrom(parts);
  const answers: Calls = {
    readState: async () => behindTheLock(live.read()),
    readDetails: async ({ profileId }) => {
      const profile = fleet.profile(profileId);
      if (!profile) return fail({ code: 'profile-gone' });
      const user = await parts.users.get(profileId);
      const client = await parts.clients.known(profileId);
      const certificate = client?.certificate ?? null;
      const way = client?.line.way ?? null;
      const rightsChange = fleet.rightsChange(profileId);
      const { deviceInfo } = parts;
      return ok({ profileId, user, rightsChange, deviceId: profile.deviceId, deviceInfo, certificate, way });
    },
    addProfile: ({ draft, finding }) => desk.add(draft, parts.prober.found(finding, draft.address)),
    editProfile: ({ profileId, draft, finding, choice }) =>
      parts.connectionDesk.edit(profileId, draft, parts.prober.found(finding, draft.address), choice),
    addByLogin: (request) => parts.firstLogin.run(request),
    cancelAdding: async () => {
      parts.firstLogin.cancel();
      return done;
    },
    addAccount: ({ profileId, draft }) => desk.addAccount(profileId, draft),
    removeProfile: ({ profileId, logOut }) => desk.remove(profileId, logOut),
    markFavourite: ({ profileId, favourite }) => desk.markFavourite(profileId, favourite),
    login: ({ profileId, password, faceToken, keepPassword }) =>
      parts.logins.login(profileId, password, faceToken, keepPassword),
    cancelLogin: async ({ profileId }) => parts.logins.cancelLogin(profileId),
    logout: ({ profileId }) => keeper.logout(profileId),
    check: ({ profileId }) => checks.check(profileId, true),
    checkAll: () => checks.checkAll(),
    trustCertificate: ({ profileId, fingerprint }) => desk.trust(profileId, fingerprint),
    copyHeader: ({ profileId, anyway }) => headerCopy.copy(profileId, anyway),
    clearClipboard: () => clipboard.clear(),
    openInBrowser: async ({ profileId }) => {
      const profile = fleet.profile(profileId);
      if (!profile) return fail({ code: 'profile-gone' });
      return parts.openAddress(addressText({ ...profile.address, basePath: '/' })).then(
        () => done,
        () => fail({ code: 'browser-not-opened' }),
      );
    },
    changeSettings: async ({ settings }) => {
      await parts.changeSettings(settings);
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
    showWindow: async () => {
      parts.showWindow();
      return done;
    },
    ...store,
    replaceStore: (request) => {
      // SECURITY: whoever begins a new store has not shown who they are, and a search may be a name (0011).
      place.forget();
      return store.replaceStore(request);
    },
    ...place.answers,
    ...journalAnswers(parts),
    ...diagnosticsAnswers(parts),
    ...connectionAnswers(parts),
    ...handOverAnswers(parts),
    ...bulkLoginAnswers(parts.bulkLogins),
    ...remoteSessionAnswers(parts),
    ...fleetTableAnswers(parts),
    ...checkingAnswers(parts),
    ...faceAnswers(parts),
    ...leaseAnswers(parts),
    ...probeAnswers(parts),
  };
  const isLocked = () => live.read().lock.kind === 'locked';
  // SECURITY: the lock is looked at again after the wait, in which it may have come down (0011).
  return behindLock(waitForVault(behindLock(answers, isLocked), parts.opened), isLocked);
}
