import type { Calls } from '../contract/bridge.ts';
import { addressText } from '../contract/profile.ts';
import { done, fail, ok } from '../contract/result.ts';
import type { ClipboardKeeper } from './clipboard/clipboard-keeper.ts';
import type { Confirmations } from './confirm-port.ts';
import { type DiagnosticsParts, diagnosticsAnswers } from './diagnostics/diagnostics-answers.ts';
import { type FaceAnsweringParts, faceAnswers } from './face/face-answers.ts';
import { fleetTableAnswers } from './fleet-table/fleet-table-answers.ts';
import type { HeaderCopy } from './handoff/header-copy.ts';
import { type HandOverAnsweringParts, handOverAnswers } from './handover/hand-over-answers.ts';
import { journalAnswers } from './journal/journal-answers.ts';
import { behindTheLock } from './lock/lock-rules.ts';
import { behindLock } from './lock/locked-answers.ts';
import { PlaceKeeper } from './lock/place-keeper.ts';
import { type StoreAnsweringParts, storeAnswersFrom } from './lock/store-answers.ts';
import { waitForVault } from './lock/vault-gate.ts';
import type { Notices } from './notices.ts';
import { probeAnswers } from './probe/probe-answers.ts';
import type { Prober } from './probe/prober.ts';
import type { KnownUsers } from './profiles/known-users.ts';
import { type RemoteSessionParts, remoteSessionAnswers } from './remote-sessions/remote-session-answers.ts';
import { bulkLoginAnswers } from './sessions/bulk-login-answers.ts';
import type { BulkLogins } from './sessions/bulk-logins.ts';
import type { CheckedLogins } from './sessions/checked-logins.ts';
import { checkingAnswers } from './sessions/checking-answers.ts';
import { type ConnectionParts, connectionAnswers } from './sessions/connection-answers.ts';
import type { FirstLogin } from './sessions/first-login.ts';
import { type LeaseAnsweringParts, leaseAnswers } from './sessions/lease-answers.ts';
import type { ProfileDesk } from './sessions/profile-desk.ts';
import type { ServerClients } from './sessions/server-clients.ts';
import type { SessionChecks } from './sessions/session-checks.ts';
import type { Timetable } from './sessions/timetable.ts';

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
