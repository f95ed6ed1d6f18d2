import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { noLease } from '../../contract/profiles/auto-logout.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AppState, LockAbilities } from '../../contract/state.ts';
import { LeaseKeeper } from '../auto-logout/auto-logout.ts';
import { Timetable } from '../checks/check-scheduler.ts';
import { tellOfMany } from '../checks/outage-notices.ts';
import type { ServerNews } from '../checks/server-info.ts';
import { SessionChecks } from '../checks/session-checks.ts';
import { HeaderCopy } from '../clipboard/copy-header.ts';
import { type Clipboard, ClipboardKeeper } from '../clipboard/secret-clipboard.ts';
import type { ShowQuestion } from '../confirmations/confirmation.ts';
import { OneConfirmation } from '../confirmations/confirmations.ts';
import { logState } from '../diagnostics/state-log.ts';
import type { CameraGrant } from '../face/camera-grant.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import { DurableFile } from '../files/durable-file.ts';
import type { FileShape } from '../files/file-format.ts';
import type { AnsweringParts } from '../ipc/handlers.ts';
import { Journal } from '../journal/journal.ts';
import { JournalFile } from '../journal/journal-file.ts';
import { LockKeeper } from '../lock/app-lock.ts';
import { untilLocked } from '../lock/guarded-dialogs.ts';
import { archiveList } from '../lock/list-archive.ts';
import { vaultOpener } from '../lock/open-vault.ts';
import { noteRules } from '../lock/record-settings.ts';
import { askForStorage } from '../lock/vault-setup-prompt.ts';
import type { AppLog } from '../log/app-log.ts';
import { FaceTokens } from '../logins/face-token-cache.ts';
import { SessionKeeper } from '../logins/logins.ts';
import { ConnectionDesk } from '../profile-editing/connection-settings.ts';
import { ProfileDesk } from '../profile-editing/profile-editor.ts';
import { KnownUsers } from '../profiles/known-users.ts';
import { ProfileBook } from '../profiles/profile-store.ts';
import { type SeenVault, savedProfilesShape } from '../profiles/saved/profiles-schema.ts';
import { savedUsersShape } from '../profiles/saved/users-schema.ts';
import { ServerClients } from '../servers/client-pool.ts';
import type { SystemProxy } from '../servers/proxy/system-proxy.ts';
import { Endings } from '../sessions/pending-logouts.ts';
import { noteFleet } from '../sessions/record-changes.ts';
import { watchRights } from '../sessions/record-rights-changes.ts';
import { Fleet } from '../sessions/session-store.ts';
import { languageInForce } from '../settings/settings.ts';
import { LiveState } from '../state/live-state.ts';
import { Notices } from '../state/notices.ts';
import { HandOver } from '../transfer/transfer.ts';
import { vaultSecrets } from '../transfer/vault-secrets.ts';
import { announcedCipher } from '../vault/crypto/announced-cipher.ts';
import type { Cipher } from '../vault/crypto/cipher.ts';
import { KeyringPatience } from '../vault/crypto/keyring-timeout.ts';
import { vaultShape } from '../vault/crypto/vault-schema.ts';
import { Vault } from '../vault/vault.ts';
import type { VaultOpening } from '../vault/vault-opening.ts';
import { faceParts } from './create-face-login.ts';
import { loginParts } from './create-logins.ts';
import { probingOf } from './create-probe.ts';
import { sessionDesk } from './create-remote-sessions.ts';
import { firstState, tellOpening } from './initial-state.ts';
import { close } from './shutdown.ts';

/** What the parts need from the system around them. */
export interface Surroundings {
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

/** All the parts behind the window, connected; everything that runs without Electron. */
export interface Assembly
  extends Omit<
    AnsweringParts,
    'opened' | 'changeSettings' | 'openAddress' | 'showWindow' | 'closeWindow' | 'systemAllowsCamera'
  > {
  readonly news: ServerNews;
  /** Lets settings be in force from now on. */
  applySettings(settings: Settings): void;
  /** Makes good for the time that the computer slept. */
  wakeUp(): Promise<void>;
  /** Ends the sessions that end with the app, as far as their servers answer in time. */
  beforeClose(): Promise<void>;
  /** Ends what is under way, takes our header off the clipboard and waits for the files. */
  close(): Promise<void>;
}

/** Opens the kept files and builds the parts on them. */
export async function assemble(around: Surroundings): Promise<Assembly> {
  const { folder, now } = around;
  const tellForeign = (file: string) => ({
    onForeign: (keptAs: string) => notices.add({ code: 'file-foreign', file, keptAs }),
    onSaved: (result: Result) => notices.reportSave(file, result),
  });
  const kept = <Value>(name: string, shape: FileShape<Value>) =>
    new DurableFile(join(folder, name), shape, tellForeign(name));
  const book = new ProfileBook(kept('profiles.json', savedProfilesShape));
  const users = new KnownUsers(kept('users.json', savedUsersShape));
  const patience = new KeyringPatience();
  const vault = new Vault({
    file: kept('vault.json', vaultShape),
    cipher: announcedCipher(around.cipher, (keyringAwaited) => live.change({ keyringAwaited })),
    patience,
    now,
    onStorage: (storage) => live.change({ storage }),
    onGeneration: (seen) => tellGeneration(seen),
    onSealed: (ids) => fleet.lookInto(vault, ids),
  });

  const opening = await book.open();
  const live = new LiveState(firstState(around, book));
  const notices = new Notices(live);
  const files = untilLocked(around.files, live);
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
  askForStorage(live);
  noteFleet(live, journal);
  noteRules(live, journal);
  tellOpening(opening, book.fileName, notices);

  const fleet = new Fleet({ book, users, live, now });
  const deviceInfo = { app: 'FindFace Session Manager', version: around.appVersion, computer: hostname() };
  watchRights({ users, fleet, journal, now });
  tellOfMany({ live, notices, now });
  const device = { info: deviceInfo, language: () => live.read().language, now };
  const clients = new ServerClients(device, around.systemProxy, (fingerprint) => book.authority(fingerprint));
  const elapsed = () => performance.now();
  const faceTokens = new FaceTokens(elapsed);
  const endings = new Endings({ fleet, book, vault, clients, journal, now });
  const { news, prober } = probingOf({ fleet, clients, now });
  const keeper = new SessionKeeper({
    ...{ fleet, vault, clients, endings, faceTokens, journal, news, now },
  });
  const leases = new LeaseKeeper({ live, fleet, book, keeper, endings, vault, journal, now });
  const checks = new SessionChecks({ fleet, vault, clients, news, now });
  const remote = sessionDesk({ live, fleet, users, vault, clients, checks, keeper, journal, now });
  const timetable = new Timetable({ live, checks, now });
  const newLease = () => ({ ...noLease, afterSeconds: live.read().settings.leaseForNew });
  const desk = new ProfileDesk({
    ...{ fleet, book, users, vault, clients, keeper, endings, confirmations, newLease, now },
  });
  const connectionDesk = new ConnectionDesk({ fleet, book, desk, files, now });
  const loggingIn = loginParts({
    ...{ live, fleet, book, vault, clients, prober, desk, keeper, journal },
  });
  const tell = (note: AppState['clipboard']) => live.change({ clipboard: { note } });
  const clipboard = new ClipboardKeeper({ clipboard: around.clipboard, now, tell });
  const clearAfterSeconds = () => live.read().settings.clearAfterSeconds;
  const headerCopy = new HeaderCopy({ fleet, vault, leases, clipboard, journal, now, clearAfterSeconds });
  const { camera } = around;
  const facing = { live, fleet, vault, clients, keeper, faceTokens, files, camera, journal, now, elapsed };
  const asking = { copies: clipboard, endings, confirmations };
  const faces = faceParts({ ...facing, ...asking, clipboard: around.clipboard });
  const handOver = new HandOver({ fleet, desk, secrets: vaultSecrets(vault), files, journal, now });
  const tellGeneration = (seen: SeenVault) => {
    const known = book.seenVault();
    const behind = known?.vaultId === seen.vaultId ? known.gen - seen.gen : 0;
    if (behind > 0) notices.add({ code: 'vault-older', file: vault.fileName, behind });
    void book.noteVault(seen);
  };
  const onOpening = (found: VaultOpening) => tellOpening(found, vault.fileName, notices);
  const lockKeeper = new LockKeeper({
    ...{ live, fleet, vault, leases, checks, clients, clipboard, journal },
    keeper: { stop: loggingIn.stopLogins, cutLogoutsShort: () => keeper.cutLogoutsShort() },
    archiveList: () => archiveList({ live, book, users, journal, notices }),
    onOpening,
  });
  // What a file that was chosen held of secrets goes with all others.
  live.watch(({ lock }) => void (lock?.kind === 'locked' && handOver.drop()));
  fleet.start();
  if (around.settings.lockOnQuit && book.all().length > 0) await lockKeeper.startLocked('quit');
  // SECURITY: decided by the vault's own file, before the window has shown anything (0011).
  else if (await vault.doors.needsPassphrase()) await lockKeeper.startLocked('start');

  const parts = {
    ...{ live, notices, fleet, desk, connectionDesk, news, prober, keeper, endings, leases },
    ...loggingIn,
    ...{ checks, timetable, clients, users, headerCopy, clipboard, deviceInfo, vault, lockKeeper },
    ...{ handOver, files, ...faces, journal, confirmations },
    appLog: around.appLog,
    remoteSessions: remote.remoteSessions,
    blockedDevices: remote.blockedDevices,
  };
  return {
    ...parts,
    applySettings: (settings) =>
      live.change({ settings, language: languageInForce(settings.language, around.systemLanguages) }),
    openVault: vaultOpener({
      ...{ live, vault, patience, fleet, leases, timetable, lockKeeper, journal, onOpening },
      appLog: around.appLog,
    }),
    wakeUp: () => {
      fleet.start();
      timetable.wakeUp();
      leases.wake();
      return clipboard.catchUp();
    },
    beforeClose: () => leases.beforeQuit(),
    close: () => {
      const probes = { stop: () => prober.cancel() };
      const stopped = [
        confirmations,
        fleet,
        timetable,
        { stop: loggingIn.stopLogins },
        leases,
        endings,
        checks,
        remote,
        news,
        probes,
      ];
      return close({ ...parts, stopped, book });
    },
  };
}
