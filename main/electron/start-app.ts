import { setTimeout as pause } from 'node:timers/promises';
import { app, BrowserWindow, nativeTheme, shell } from 'electron';
import type { Settings } from '../../contract/settings.ts';
import type { AppDeps } from '../app/app-deps.ts';
import { createApp } from '../app/create-app.ts';
import { pictureState } from '../app/first-picture.ts';
import type { CliSwitch } from '../cli/cli-switch.ts';
import { runtimeFacts } from '../diagnostics/runtime-facts.ts';
import type { CameraGrant } from '../face/camera-grant.ts';
import { oneAtATime } from '../files/chosen-file.ts';
import type { EarlyAnswers } from '../ipc/early-answers.ts';
import { createHandlers } from '../ipc/handlers.ts';
import type { AppLog } from '../log/app-log.ts';
import { type PolicyFound, policyInForce, settingsInForce, withoutLocked } from '../policy/policy.ts';
import { QuickAccess } from '../quick-access/quick-access.ts';
import { changedLayout, layoutInForce } from '../settings/layout.ts';
import { systemTheme, withUse } from '../settings/settings.ts';
import { SideWindows } from '../side-windows/side-windows.ts';
import { type Signal, settleWithin } from '../timing/deadline.ts';
import { newKdfCost } from '../vault/crypto/kdf.ts';
import { systemUserName } from './managed-policy.ts';
import type { QuickAccessWindow } from './quick-access/quick-window.ts';
import { systemKeys } from './quick-access/system-keys.ts';
import type { SidePages } from './side-windows/side-pages.ts';
import { broadcastState } from './state-broadcast.ts';
import { systemAllowsCamera } from './system/camera-access.ts';
import { confirmDialogs } from './system/confirm-dialogs.ts';
import { systemFileDialogs } from './system/file-dialogs.ts';
import { collectGarbage } from './system/freed-memory.ts';
import { showNotification } from './system/notifications.ts';
import { lockAbilities } from './system/power-events.ts';
import type { SettingsFile } from './system/settings-file.ts';
import { systemCipher } from './system/system-cipher.ts';
import { clipboardAbilities, systemClipboard } from './system/system-clipboard.ts';
import { systemProxy } from './system/system-proxy.ts';
import { thisCopy } from './system/this-copy.ts';
import type { WindowInput } from './system/window-input.ts';
import { copyAtFirstStart, rememberVersion, runningCopy, systemUpdates } from './updates/start-updates.ts';
import { windowOfCall } from './window/call-window.ts';
import { protectContent } from './window/content-protection.ts';

/** What the parts are connected to. */
interface WindowConnections {
  readonly settingsFile: SettingsFile;
  readonly policy: Promise<PolicyFound>;
  /** Language tags, the preferred one first. */
  readonly systemLanguages: readonly string[];
  readonly camera: CameraGrant;
  readonly appLog: AppLog;
  /** Given when the window is shown for the first time. */
  readonly shown: Signal;
  readonly window: () => BrowserWindow | null;
  /** Brings the window to the front, and opens it where it was closed. */
  readonly bringWindow: () => void;
  readonly quickWindow: QuickAccessWindow;
  readonly sidePages: SidePages;
  /** Shows a window that was never shown, or leaves it hidden where the app was started so. */
  readonly showFirst: () => void;
  /** Ends the app, whatever closing the window would do. */
  readonly quit: () => void;
  readonly input: WindowInput;
  /** The folder of the preload scripts. */
  readonly preloads: string;
  /** Gets the first picture, if one was saved; then the parts are created only once they are wanted. */
  readonly early: EarlyAnswers;
}

/** When what a start leaves behind is collected, in ms after the vault was opened. */
const restMs = 2_000;

/** How long the parts wait for a page that shows the first picture, in ms. */
const maxWaitMs = 5_000;

/**
 * Creates the parts on this system and connects them to the window; returns them with the handlers of the calls and
 * `flush`, which has to run before a call returns.
 */
export async function startApp({
  appLog,
  bringWindow,
  camera,
  early,
  input,
  preloads,
  policy: findingPolicy,
  quickWindow,
  quit,
  settingsFile,
  showFirst,
  shown,
  sidePages,
  systemLanguages,
  window,
}: WindowConnections) {
  appLog.log('started', { app: app.getVersion(), ...runtimeFacts() });
  const { lastVersion } = settingsFile.read();
  const copies = await copyAtFirstStart({ lastVersion });
  const closeWindow = () => window()?.close();
  /** A question needs a window that is seen. */
  const askingWindow = () => {
    const found = [windowOfCall(), BrowserWindow.getFocusedWindow()];
    // Quick access hides when a question takes the focus.
    const asking = found.find((one) => one !== null && one !== quickWindow.window);
    if (asking) return asking;
    if (window()?.isVisible() === false) bringWindow();
    return window();
  };
  const policy = await findingPolicy;
  const settingsNow = (chosen: Partial<Settings>) => settingsInForce(chosen, policyInForce(policy));
  const deps: AppDeps = {
    folder: app.getPath('userData'),
    appVersion: app.getVersion(),
    cipher: systemCipher(),
    kdfCost: newKdfCost,
    clipboard: systemClipboard(input),
    camera,
    files: oneAtATime(systemFileDialogs(() => windowOfCall() ?? window())),
    showQuestion: confirmDialogs(askingWindow),
    systemProxy,
    web: {
      openWindow: async (plan) => {
        const { openWebWindow } = await import('./web-interface/open-web-window.ts');
        return openWebWindow(plan, { preloads, mainWindow: window() });
      },
      openAddress: (address) => shell.openExternal(address),
      showMainWindow: bringWindow,
    },
    showNotification,
    showInFolder: (path) => shell.showItemInFolder(path),
    settings: settingsNow(settingsFile.read().settings),
    layout: layoutInForce(settingsFile.read().layout),
    keys: settingsFile.read().keys,
    used: settingsFile.read().used,
    templates: settingsFile.read().templates,
    policy,
    userName: systemUserName(),
    systemLanguages,
    appLog,
    updates: systemUpdates(settingsFile, quit),
    updatedFrom: lastVersion === app.getVersion() ? null : lastVersion,
    now: Date.now,
    monotonicNow: () => performance.now(),
  };
  const showWindow = () => {
    // A reload, as on lock, must not bring a minimized window to the front.
    if (!shown.isGiven) showFirst();
    shown.give();
  };
  const first = pictureState(deps);
  early.offer(first && { state: JSON.stringify(first), showWindow });
  if (first) await settleWithin(maxWaitMs, early.wanted);
  const parts = await createApp(deps);
  protectContent(parts.presentation);
  const quickAccess = new QuickAccess({
    ...parts,
    window: quickWindow,
    keys: systemKeys,
    showMainWindow: bringWindow,
    keep: (quickKey) => settingsFile.change({ quickKey }),
  });
  const sideWindows = new SideWindows({
    live: parts.live,
    openWindow: (plan) => sidePages.open(plan),
    places: {
      read: () => settingsFile.read().sidePlaces,
      keep: (sidePlaces) => settingsFile.change({ sidePlaces }),
    },
  });
  const windows = () => {
    return [window(), quickWindow.window, ...sidePages.windows()].filter((one) => one !== null);
  };
  const { watchPresence, flush } = broadcastState(windows, parts);
  void shown.given.then(() => parts.live.change({ lockAbilities: lockAbilities() }));
  void shown.given
    .then(clipboardAbilities)
    .then((abilities) => parts.live.change({ clipboardAbilities: abilities }));
  void shown.given.then(watchPresence);
  void shown.given.then(() => quickAccess.start(settingsFile.read().quickKey));
  void shown.given.then(() => parts.updates.start());
  if (copies === 'failed') parts.notices.add({ code: 'copies-not-made', file: 'profiles.json' });
  else void shown.given.then(() => rememberVersion(settingsFile));
  // Electron before 44 blocks main while it asks the keyring, so the window is shown first.
  const opened = settleWithin(3_000, shown.given)
    .then(() => pause(200))
    .then(() => parts.openVault());
  void opened.then(() => pause(restMs)).then(collectGarbage);
  let startedCli: Promise<CliSwitch> | null = null;
  const cli = () => {
    startedCli ??= import('./cli/start-cli.ts').then(({ startCli }) =>
      startCli(parts, {
        ...{ deps, opened },
        zoom: () => settingsFile.read().zoom,
        showQuickAccess: () => quickAccess.show(),
        turnOn: () => answers.changeSettings({ settings: { commandLine: true } }),
      }),
    );
    return startedCli;
  };
  const answers = createHandlers({
    ...parts,
    ...{ quickAccess, sideWindows, opened, cli },
    changeSettings: async (change) => {
      const chosen = { ...settingsFile.read().settings, ...withoutLocked(change, policyInForce(policy)) };
      const settings = settingsNow(chosen);
      parts.applySettings(settings);
      nativeTheme.themeSource = systemTheme(settings);
      await settingsFile.change({ settings: chosen });
    },
    changeLayout: async (change) => {
      const layout = changedLayout(settingsFile.read().layout, change);
      parts.live.change({ layout: layoutInForce(layout) });
      await settingsFile.change({ layout });
    },
    zoom: (percent) => {
      if (percent !== null) {
        void settingsFile.change({ zoom: percent });
        window()?.webContents.setZoomFactor(percent / 100);
      }
      return settingsFile.read().zoom;
    },
    changeKeys: async (keys) => {
      parts.live.change({ keys });
      await settingsFile.change({ keys });
    },
    countUse: async (command) => {
      const used = withUse(settingsFile.read().used, command);
      parts.live.change({ used });
      await settingsFile.change({ used });
    },
    changeTemplates: async (templates) => {
      parts.live.change({ templates });
      await settingsFile.change({ templates });
    },
    systemAllowsCamera,
    thisCopy: thisCopy(runningCopy, policy.kind === 'none' ? null : policy.file),
    closeWindow,
    quit,
    showWindow,
  });
  void opened.then(async () => {
    const { startTray } = await import('./tray/start-tray.ts');
    const showQuickAccess = () => quickAccess.show();
    startTray({ ...parts, calls: answers, showWindow: bringWindow, showQuickAccess, quit });
  });
  void opened.then(cli).then((started) => started.follow());
  return { parts, quickAccess, answers, flush, cli };
}
