import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { noAutoLogout } from '../../contract/profiles/auto-logout.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AppState, LockAbilities } from '../../contract/state.ts';
import { AutoLogout } from '../auto-logout/auto-logout.ts';
import { CheckScheduler } from '../checks/check-scheduler.ts';
import { watchOutages } from '../checks/outage-notices.ts';
import type { ServerInfoRefresher } from '../checks/server-info.ts';
import { SessionChecks } from '../checks/session-checks.ts';
import { HeaderCopy } from '../clipboard/copy-header.ts';
import { type Clipboard, SecretClipboard } from '../clipboard/secret-clipboard.ts';
import type { ShowQuestion } from '../confirmations/confirmation.ts';
import { OneConfirmation } from '../confirmations/confirmations.ts';
import { logState } from '../diagnostics/state-log.ts';
import type { CameraGrant } from '../face/camera-grant.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import { DurableFile } from '../files/durable-file.ts';
import type { FileFormat } from '../files/file-format.ts';
import type { HandlerDeps } from '../ipc/handlers.ts';
import { Journal } from '../journal/journal.ts';
import { JournalFile } from '../journal/journal-file.ts';
import { AppLock } from '../lock/app-lock.ts';
import { closedWhenLocked } from '../lock/guarded-dialogs.ts';
import { archiveList } from '../lock/list-archive.ts';
import { createVaultOpener } from '../lock/open-vault.ts';
import { recordSettings } from '../lock/record-settings.ts';
import { promptVaultSetup } from '../lock/vault-setup-prompt.ts';
import type { AppLog } from '../log/app-log.ts';
import { FaceTokenCache } from '../logins/face-token-cache.ts';
import { Logins } from '../logins/logins.ts';
import { ConnectionSettings } from '../profile-editing/connection-settings.ts';
import { ProfileEditor } from '../profile-editing/profile-editor.ts';
import { KnownUsers } from '../profiles/known-users.ts';
import { ProfileStore } from '../profiles/profile-store.ts';
import { profilesFormat, type SeenVault } from '../profiles/saved/profiles-schema.ts';
import { usersFormat } from '../profiles/saved/users-schema.ts';
import { ClientPool } from '../servers/client-pool.ts';
import type { SystemProxy } from '../servers/proxy/system-proxy.ts';
import { PendingLogouts } from '../sessions/pending-logouts.ts';
import { recordChanges } from '../sessions/record-changes.ts';
import { recordRightsChanges } from '../sessions/record-rights-changes.ts';
import { SessionStore } from '../sessions/session-store.ts';
import { languageInForce } from '../settings/settings.ts';
import { LiveState } from '../state/live-state.ts';
import { Notices } from '../state/notices.ts';
import { Transfer } from '../transfer/transfer.ts';
import { vaultSecrets } from '../transfer/vault-secrets.ts';
import { announcedCipher } from '../vault/crypto/announced-cipher.ts';
import type { Cipher } from '../vault/crypto/cipher.ts';
import { KeyringTimeout } from '../vault/crypto/keyring-timeout.ts';
import { vaultFormat } from '../vault/crypto/vault-schema.ts';
import { Vault } from '../vault/vault.ts';
import type { VaultOpening } from '../vault/vault-opening.ts';
import { createFaceLogin } from './create-face-login.ts';
import { createLogins } from './create-logins.ts';
import { createProbe } from './create-probe.ts';
import { createRemoteSessions } from './create-remote-sessions.ts';
import { initialState, reportFileOpening } from './initial-state.ts';
import { close } from './shutdown.ts';

/** What `createApp` needs from the system. */
export interface AppDeps {
  /** The data folder. */
  readonly folder: string;
  readonly appVersion: string;
  readonly cipher: Cipher;
  readonly clipboard: Clipboard;
  readonly camera: CameraGrant;
  readonly files: FileDialogs;
  readonly showQuestion: ShowQuestion;
  readonly systemProxy: SystemProxy;
  readonly settings: Settings;
  readonly lockAbilities: LockAbilities;
  /** Language tags, the preferred one first. */
  readonly systemLanguages: readonly string[];
  readonly appLog: AppLog;
  readonly now: () => EpochMs;
}

/** Every part behind the window, created and connected, without Electron. */
export interface App
  extends Omit<
    HandlerDeps,
    'opened' | 'changeSettings' | 'openAddress' | 'showWindow' | 'closeWindow' | 'systemAllowsCamera'
  > {
  readonly serverInfo: ServerInfoRefresher;
  /** Applies changed settings to the parts that depend on them. */
  applySettings(settings: Settings): void;
  /** Catches up on timers that stood still while the computer slept. */
  wakeUp(): Promise<void>;
  /** Ends the sessions whose auto log-out is "on quit", with a time limit. */
  beforeClose(): Promise<void>;
  /** Cancels running work, clears our header from the clipboard and waits until every file is written. */
  close(): Promise<void>;
}

/** Opens the saved files and creates the parts that use them. */
export async function createApp(around: AppDeps): Promise<App> {
  const { folder, now } = around;
  const tellForeign = (file: string) => ({
    onForeign: (keptAs: string) => notices.add({ code: 'file-foreign', file, keptAs }),
    onSaved: (result: Result) => notices.reportSave(file, result),
  });
  const kept = <Value>(name: string, shape: FileFormat<Value>) =>
    new DurableFile(join(folder, name), shape, tellForeign(name));
  const profileStore = new ProfileStore(kept('profiles.json', profilesFormat));
  const users = new KnownUsers(kept('users.json', usersFormat));
  const patience = new KeyringTimeout();
  const vault = new Vault({
    file: kept('vault.json', vaultFormat),
    cipher: announcedCipher(around.cipher, (keyringAwaited) => live.change({ keyringAwaited })),
    patience,
    now,
    onStorage: (storage) => live.change({ storage }),
    onGeneration: (seen) => tellGeneration(seen),
    onSealed: (ids) => sessions.refreshSecretPlaces(vault, ids),
  });

  const opening = await profileStore.open();
  const live = new LiveState(initialState(around, profileStore));
  const notices = new Notices(live);
  const files = closedWhenLocked(around.files, live);
  const confirmations = new OneConfirmation({
    show: around.showQuestion,
    language: () => live.read().language,
    isLocked: () => live.read().lock.kind === 'locked',
  });
  live.watch(({ lock }) => void (lock?.kind === 'locked' && confirmations.withdraw()));
  const journal = new Journal({
    file: new JournalFile(join(folder, 'journal.jsonl')),
    name: 'journal.jsonl',
    now,
    log: around.appLog.log,
    onSaved: (name, result) => notices.reportSave(name, result),
  });
  logState(live, around.appLog.log, journal);
  promptVaultSetup(live);
  recordChanges(live, journal);
  recordSettings(live, journal);
  reportFileOpening(opening, profileStore.fileName, notices);

  const sessions = new SessionStore({ profileStore, users, live, now });
  const deviceInfo = { app: 'FindFace Session Manager', version: around.appVersion, computer: hostname() };
  recordRightsChanges({ users, sessions, journal, now });
  watchOutages({ live, notices, now });
  const device = { info: deviceInfo, language: () => live.read().language, now };
  const clients = new ClientPool(device, around.systemProxy, (fingerprint) =>
    profileStore.authority(fingerprint),
  );
  const monotonicNow = () => performance.now();
  const faceTokens = new FaceTokenCache(monotonicNow);
  const pendingLogouts = new PendingLogouts({ sessions, profileStore, vault, clients, journal, now });
  const { serverInfo, serverProbe } = createProbe({
    ...{ sessions, clients, now },
    trustAuthority: (fingerprint) => connectionSettings.trustAuthority(fingerprint),
  });
  const logins = new Logins({
    ...{ sessions, vault, clients, pendingLogouts, faceTokens, journal, serverInfo, now },
  });
  const autoLogout = new AutoLogout({
    live,
    sessions,
    profileStore,
    logins,
    pendingLogouts,
    vault,
    journal,
    now,
  });
  const checks = new SessionChecks({ sessions, vault, clients, serverInfo, now });
  const remote = createRemoteSessions({
    live,
    sessions,
    users,
    vault,
    clients,
    checks,
    logins,
    journal,
    now,
  });
  const checkScheduler = new CheckScheduler({ live, checks, now });
  const newLease = () => ({ ...noAutoLogout, afterSeconds: live.read().settings.leaseForNew });
  const profileEditor = new ProfileEditor({
    ...{
      sessions,
      profileStore,
      users,
      vault,
      clients,
      logins,
      pendingLogouts,
      confirmations,
      newLease,
      now,
    },
  });
  const connectionSettings = new ConnectionSettings({ sessions, profileStore, profileEditor, files, now });
  const loggingIn = createLogins({
    ...{ live, sessions, profileStore, vault, clients, serverProbe, profileEditor, logins, journal },
  });
  const tell = (note: AppState['clipboard']) => live.change({ clipboard: { note } });
  const clipboard = new SecretClipboard({ clipboard: around.clipboard, now, tell });
  const clearAfterSeconds = () => live.read().settings.clearAfterSeconds;
  const headerCopy = new HeaderCopy({
    sessions,
    vault,
    autoLogout,
    clipboard,
    journal,
    now,
    clearAfterSeconds,
  });
  const { camera } = around;
  const facing = {
    live,
    sessions,
    vault,
    clients,
    logins,
    faceTokens,
    files,
    camera,
    journal,
    now,
    monotonicNow,
  };
  const asking = { copies: clipboard, pendingLogouts, confirmations };
  const faces = createFaceLogin({ ...facing, ...asking, clipboard: around.clipboard });
  const transfer = new Transfer({
    sessions,
    profileEditor,
    secrets: vaultSecrets(vault),
    files,
    journal,
    now,
  });
  const tellGeneration = (seen: SeenVault) => {
    const known = profileStore.seenVault();
    const behind = known?.vaultId === seen.vaultId ? known.gen - seen.gen : 0;
    if (behind > 0) notices.add({ code: 'vault-older', file: vault.fileName, behind });
    void profileStore.noteVault(seen);
  };
  const onOpening = (found: VaultOpening) => reportFileOpening(found, vault.fileName, notices);
  const appLock = new AppLock({
    ...{ live, sessions, vault, autoLogout, checks, clients, clipboard, journal },
    logins: { stop: loggingIn.stopLogins, cutLogoutsShort: () => logins.cutLogoutsShort() },
    archiveList: () => archiveList({ live, profileStore, users, journal, notices }),
    onOpening,
  });
  // A chosen import file or backup may hold secrets, so a lock drops it too.
  live.watch(({ lock }) => void (lock?.kind === 'locked' && transfer.drop()));
  sessions.start();
  if (around.settings.lockOnQuit && profileStore.all().length > 0) await appLock.startLocked('quit');
  // SECURITY: read from the vault file itself, before the window shows anything (0011).
  else if (await vault.access.needsPassphrase()) await appLock.startLocked('start');

  const parts = {
    ...{
      live,
      notices,
      sessions,
      profileEditor,
      connectionSettings,
      serverInfo,
      serverProbe,
      logins,
      pendingLogouts,
      autoLogout,
    },
    ...loggingIn,
    ...{ checks, checkScheduler, clients, users, headerCopy, clipboard, deviceInfo, vault, appLock },
    ...{ transfer, files, ...faces, journal, confirmations },
    appLog: around.appLog,
    remoteSessions: remote.remoteSessions,
    blockedDevices: remote.blockedDevices,
  };
  return {
    ...parts,
    applySettings: (settings) =>
      live.change({ settings, language: languageInForce(settings.language, around.systemLanguages) }),
    openVault: createVaultOpener({
      ...{ live, vault, patience, sessions, autoLogout, checkScheduler, appLock, journal, onOpening },
      appLog: around.appLog,
    }),
    wakeUp: () => {
      sessions.start();
      checkScheduler.wakeUp();
      autoLogout.wake();
      return clipboard.catchUp();
    },
    beforeClose: () => autoLogout.beforeQuit(),
    close: () => {
      const probes = { stop: () => serverProbe.cancel() };
      const stopped = [
        confirmations,
        sessions,
        checkScheduler,
        { stop: loggingIn.stopLogins },
        autoLogout,
        pendingLogouts,
        checks,
        remote,
        serverInfo,
        probes,
      ];
      return close({ ...parts, stopped, profileStore });
    },
  };
}
