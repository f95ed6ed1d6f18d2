import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme } from 'electron';
import type { Zoom } from '../contract/settings.ts';
import type { App } from './app/create-app.ts';
import { removeStockMenu, showAppMenu } from './electron/app-menu.ts';
import { quitGracefully } from './electron/graceful-quit.ts';
import { handleCalls } from './electron/ipc.ts';
import { refuseSwitches } from './electron/launch-guard.ts';
import { lockDown } from './electron/lockdown.ts';
import { findPolicy, findWholePolicy } from './electron/managed-policy.ts';
import { collectOpenedFiles } from './electron/opened-files.ts';
import { QuickAccessWindow } from './electron/quick-access/quick-window.ts';
import { isSelfTest } from './electron/self-test/self-test-mode.ts';
import { SidePages } from './electron/side-windows/side-pages.ts';
import { startApp } from './electron/start-app.ts';
import { reclaimSeldom } from './electron/system/freed-memory.ts';
import { watchPower } from './electron/system/power-events.ts';
import { SettingsFile } from './electron/system/settings-file.ts';
import { WindowInput } from './electron/system/window-input.ts';
import { isStartedHidden } from './electron/tray/login-item.ts';
import { WindowHiding } from './electron/tray/window-hiding.ts';
import { installErrorHandlers } from './electron/uncaught-errors.ts';
import { pageUrl, quickUrl, registerScheme, servePage } from './electron/window/app-protocol.ts';
import { askBeforeClosing } from './electron/window/confirm-close.ts';
import { openMainWindow } from './electron/window/main-window.ts';
import { recoverPage } from './electron/window/page-recovery.ts';
import { offerTextMenu } from './electron/window/text-menu.ts';
import { followZoom } from './electron/window/zoom.ts';
import { CameraGrant } from './face/camera-grant.ts';
import { EarlyAnswers } from './ipc/early-answers.ts';
import { type OwnPage, quickCalls } from './ipc/sender.ts';
import { AppLog } from './log/app-log.ts';
import { policyInForce, settingsInForce } from './policy/policy.ts';
import { asksForQuickAccess, isQuickStart } from './quick-access/quick-switch.ts';
import { languageInForce, systemTheme } from './settings/settings.ts';
import { signal } from './timing/deadline.ts';

const built = join(import.meta.dirname, '..');

const camera = new CameraGrant(() => performance.now());

refuseSwitches();
const testsItself = isSelfTest();
const openedFiles = collectOpenedFiles();
registerScheme();
removeStockMenu();
lockDown(camera);
reclaimSeldom();
const appLog = new AppLog(join(app.getPath('userData'), 'logs'), Date.now, (line) =>
  process.stderr.write(`${line}\n`),
);
installErrorHandlers(appLog.log);

if (testsItself)
  void import('./electron/self-test/run-self-test.ts').then(({ runSelfTest }) => runSelfTest(built));
else if (openedFiles.claimApp()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  let window: BrowserWindow | null = null;
  const settingsFile = new SettingsFile(app.getPath('userData'));
  let policy = findPolicy();
  const settingsNow = () => settingsInForce(settingsFile.read().settings, policyInForce(policy));
  nativeTheme.themeSource = systemTheme(settingsNow());
  const systemLanguages = [app.getLocale(), ...app.getPreferredSystemLanguages()];
  const languageNow = () => languageInForce(settingsNow().language, systemLanguages);
  servePage(join(built, 'renderer'), languageNow);

  let assembled: App | null = null;
  const closing = askBeforeClosing(() => assembled);
  const hiding = new WindowHiding(settingsNow);
  let startsHidden = isStartedHidden(settingsNow());
  const shown = signal();
  const input = new WindowInput(() => void assembled?.clipboard.catchUp());
  const zoom = {
    read: () => settingsFile.read().zoom,
    keep: (zoomed: Zoom) => void settingsFile.change({ zoom: zoomed }),
  };
  const openWindow = () => {
    window = openMainWindow({
      place: settingsFile.read().place,
      preload: join(built, 'preload/index.cjs'),
      hidden: startsHidden,
      keepPlace: (place) => void settingsFile.change({ place }),
    });
    hiding.watch(window);
    closing.watch(window);
    input.watch(window);
    followZoom(window, zoom);
    recoverPage(window, appLog.log);
    offerTextMenu(window, languageNow);
    window.on('closed', () => {
      window = null;
      // They are parts of it.
      sidePages.closeAll();
      // Hidden, it would keep the app running.
      if (process.platform !== 'darwin') quickWindow.destroy();
    });
  };

  const bringWindow = () => {
    if (window === null) return openWindow();
    startsHidden = false;
    if (window.isMinimized()) window.restore();
    if (!shown.isGiven) return;
    window.show();
    window.focus();
  };

  const quickWindow = new QuickAccessWindow({
    preload: join(built, 'preload/index.cjs'),
    zoom: zoom.read,
    opened: (opened) => {
      input.watch(opened);
      recoverPage(opened, appLog.log);
      offerTextMenu(opened, languageNow);
    },
  });
  app.on('before-quit', () => quickWindow.destroy());
  const sidePages = new SidePages({
    preload: join(built, 'preload/index.cjs'),
    mainWindow: () => window,
    opened: (opened) => {
      input.watch(opened);
      followZoom(opened, zoom);
      recoverPage(opened, appLog.log);
      offerTextMenu(opened, languageNow);
    },
  });

  // The window takes longest to appear, so it comes first: its page loads while the parts read their files, and its calls
  // wait for them.
  openWindow();
  const wholePolicy = findWholePolicy(policy);
  void wholePolicy.then((found) => {
    policy = found;
    nativeTheme.themeSource = systemTheme(settingsNow());
  });
  const early = new EarlyAnswers();
  const connecting = startApp({
    ...{ policy: wholePolicy, settingsFile, systemLanguages, camera, appLog, shown, early, input },
    window: () => window,
    bringWindow,
    ...{ quickWindow, sidePages },
    showFirst: () => {
      if (!startsHidden) window?.show();
      else if (window) void hiding.startHidden(window);
    },
    quit: closing.quit,
    preloads: join(built, 'preload'),
  });
  /** The parts, for what is not a call of the page. */
  const wanted = () => {
    early.want();
    return connecting;
  };
  void connecting.then(({ parts }) => {
    assembled = parts;
    showAppMenu(parts.live);
  });
  const pages = (): readonly OwnPage[] => [
    { frame: window?.webContents.mainFrame ?? null, url: pageUrl, calls: 'all' },
    { frame: quickWindow.window?.webContents.mainFrame ?? null, url: quickUrl, calls: quickCalls },
    ...sidePages.pages(),
  ];
  handleCalls(early, connecting, pages, appLog.log);
  const showQuickAccess = () => void wanted().then(({ quickAccess }) => quickAccess.show());
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (isQuickStart(data)) showQuickAccess();
    else bringWindow();
  });
  // The main window would take the focus back.
  if (asksForQuickAccess(process.argv)) void shown.given.then(showQuickAccess);
  // macOS tells it at the start too, which may be a hidden one.
  app.on('activate', () => (window === null || shown.isGiven) && bringWindow());
  openedFiles.listenToCli(() => void wanted().then(async ({ cli }) => (await cli()).asked()));
  openedFiles.listen((path) => {
    bringWindow();
    void wanted().then(({ parts }) => parts.transfer.open(path));
  });
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());
  const told = (work: (parts: App) => unknown) => () => void wanted().then(({ parts }) => work(parts));
  watchPower({
    asleep: told((parts) => parts.fallAsleep()),
    awake: told((parts) => parts.wakeUp()),
    screenLocked: told((parts) => parts.appLock.onTrigger('screen')),
  });
  quitGracefully(
    async () => (await wanted()).parts.beforeClose(),
    async () => {
      const { parts, cli } = await connecting;
      parts.closeWebWindows();
      sidePages.closeAll();
      await Promise.all([cli().then((started) => started.stop()), parts.close(), settingsFile.settle()]);
    },
    async () => (await connecting).parts.updates.beforeQuit(),
  );
}
