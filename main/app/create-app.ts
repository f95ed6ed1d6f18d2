import type { Settings } from '../../contract/settings.ts';
import type { ServerInfoRefresher } from '../checks/server-info.ts';
import type { HandlerDeps } from '../ipc/handlers.ts';
import { createVaultOpener } from '../lock/open-vault.ts';
import { loadReminders } from '../reminders/load-reminders.ts';
import { languageInForce } from '../settings/settings.ts';
import { AppUpdates } from '../updates/app-updates.ts';
import type { AppDeps } from './app-deps.ts';
import { createFiles } from './create-files.ts';
import { createLiveFiles } from './create-live-files.ts';
import { createLock } from './create-lock.ts';
import { createProfileEditing } from './create-profile-editing.ts';
import { createSecretParts } from './create-secret-parts.ts';
import { createSessions } from './create-sessions.ts';
import { createState } from './create-state.ts';
import { createVault } from './create-vault.ts';
import { createWebWindows } from './create-web-windows.ts';
import { dropPictureOfRemoved, keepPicture } from './first-picture.ts';
import { close } from './shutdown.ts';

/** Every part behind the window, created and connected, without Electron. */
export interface App
  extends Omit<
    HandlerDeps,
    | 'opened'
    | 'quickAccess'
    | 'sideWindows'
    | 'cli'
    | 'changeSettings'
    | 'changeLayout'
    | 'zoom'
    | 'changeKeys'
    | 'countUse'
    | 'changeTemplates'
    | 'showWindow'
    | 'closeWindow'
    | 'quit'
    | 'systemAllowsCamera'
    | 'thisCopy'
  > {
  readonly serverInfo: ServerInfoRefresher;
  /** Closes the windows of servers. */
  closeWebWindows(): void;
  /** Applies changed settings to the parts that depend on them. */
  applySettings(settings: Settings): void;
  /** Clears our header from the clipboard, where it would be through the sleep, and locks if the settings say so. */
  fallAsleep(): Promise<void>;
  /** Catches up on timers that stood still while the computer slept. */
  wakeUp(): Promise<void>;
  /** Ends the sessions whose auto log-out is "on quit", with a time limit. */
  beforeClose(): Promise<void>;
  /** Cancels running work, clears our header from the clipboard and waits until every file is written. */
  close(): Promise<void>;
}

/** Opens the saved files and creates the parts in layers: each gets the parts of those below and adds its own. */
export async function createApp(deps: AppDeps): Promise<App> {
  const files = createFiles(deps.folder);
  const state = await createState(deps, files);
  const vault = createVault(deps, state);
  const sessions = createSessions(deps, vault);
  const editing = createProfileEditing(sessions);
  const secrets = createSecretParts(deps, editing);
  const updates = new AppUpdates({ ...deps, ...deps.updates, live: secrets.live, files: secrets.files });
  dropPictureOfRemoved(deps.folder, secrets.live);
  const parts = {
    ...secrets,
    updates,
    appLock: await createLock(deps.settings, secrets),
    appLog: deps.appLog,
  };

  const webWindows = createWebWindows(deps, parts);
  const liveFiles = createLiveFiles(deps, parts);
  const { web, showNotification, now } = deps;
  const showMainWindow = () => web.showMainWindow();
  const reminders = loadReminders({ ...parts, showNotification, showMainWindow, now });
  const openVault = createVaultOpener(parts);

  return {
    ...parts,
    ...webWindows,
    ...liveFiles,
    reminders: reminders.reminders,
    applySettings: (settings) =>
      parts.live.change({ settings, language: languageInForce(settings.language, deps.systemLanguages) }),
    openVault: async () => {
      const opening = openVault();
      void reminders.reminders();
      const opened = await opening;
      parts.liveChannels.start();
      void liveFiles.openLiveFiles();
      return opened;
    },
    fallAsleep: async () => {
      parts.liveChannels.fallAsleep();
      await Promise.all([parts.appLock.onTrigger('sleep'), parts.clipboard.clear()]);
    },
    wakeUp: () => {
      parts.sessions.start();
      parts.checkScheduler.wakeUp();
      parts.liveChannels.wakeUp();
      parts.autoLogout.wake();
      void reminders.wakeReminders();
      return parts.clipboard.catchUp();
    },
    beforeClose: () => parts.autoLogout.beforeQuit(),
    close: async () => {
      const { lock, storage } = parts.live.read();
      const { gateways, confirmations, autoLogout, pendingLogouts, checks, accounts, serverInfo, updates } =
        parts;
      const stopped = [
        ...[
          gateways,
          confirmations,
          parts.sessions,
          parts.checkScheduler,
          parts.liveChannels,
          { stop: parts.stopLogins },
          autoLogout,
        ],
        ...[
          pendingLogouts,
          checks,
          accounts,
          serverInfo,
          updates,
          { stop: () => parts.serverProbe.cancel() },
          { stop: () => parts.runs.stopAll() },
        ],
      ];
      await Promise.all([close({ ...parts, ...liveFiles, stopped }), reminders.closeReminders()]);
      await keepPicture(deps, parts, { lock, storage });
    },
  };
}
