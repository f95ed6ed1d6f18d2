import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { app, type BrowserWindow, nativeTheme, shell } from 'electron';
import { answersFrom } from './answers.ts';
import { type Assembly, assemble } from './assembly.ts';
import { AppLog } from './diagnostics/app-log.ts';
import { runtimeFacts } from './diagnostics/runtime-facts.ts';
import { registerScheme, servePage } from './electron/app-protocol.ts';
import { systemAllowsCamera } from './electron/camera-access.ts';
import { systemFileDialogs } from './electron/file-dialogs.ts';
import { quitAfter } from './electron/gentle-quit.ts';
import { answerCalls } from './electron/ipc-gate.ts';
import { catchTheUnexpected } from './electron/last-resort.ts';
import { lockDown } from './electron/lockdown.ts';
import { openMainWindow } from './electron/main-window.ts';
import { recoverPage } from './electron/page-recovery.ts';
import { SettingsFile } from './electron/settings-file.ts';
import { systemCipher } from './electron/system-cipher.ts';
import { systemClipboard } from './electron/system-clipboard.ts';
import { systemProxy } from './electron/system-proxy.ts';
import { followPower, lockAbilities } from './electron/wake-ups.ts';
import { mirrorTo } from './electron/window-mirror.ts';
import { CameraGrant } from './face/camera-grant.ts';
import { type Signal, signal, within } from './patience.ts';
import { languageInForce } from './settings-rules.ts';

const built = join(import.meta.dirname, '..');

const camera = new CameraGrant(() => performance.now());

registerScheme();
lockDown(camera);
const appLog = new AppLog(join(app.getPath('userData'), 'logs'), Date.now, (line) =>
  process.stderr.write(`${line}\n`),
);
catchTheUnexpected(appLog.log);

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  let window: BrowserWindow | null = null;
  const settingsFile = new SettingsFile(app.getPath('userData'));
  nativeTheme.themeSource = settingsFile.read().settings.theme;
  const systemLanguages = [app.getLocale(), ...app.getPreferredSystemLanguages()];
  servePage(join(built, 'renderer'), () =>
    languageInForce(settingsFile.read().settings.language, systemLanguages),
  );

  const shown = signal();
  const openWindow = () => {
    window = openMainWindow({
      place: settingsFile.read().place,
      preload: join(built, 'preload/index.cjs'),
      keepPlace: (place) => void settingsFile.change({ place }),
    });
    recoverPage(window, appLog.log);
    window.on('closed', () => {
      window = null;
    });
  };

  // The window takes longest to come, so its page is loaded while the parts read their files; its calls wait for them.
  const connecting = connect(settingsFile, systemLanguages, shown, () => window);
  answerCalls(
    connecting.then(({ answers }) => answers),
    () => window,
    appLog.log,
  );
  openWindow();

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => window ?? openWindow());
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());
  const told = (work: (parts: Assembly) => unknown) => () => void connecting.then(({ parts }) => work(parts));
  followPower({
    asleep: told((parts) => parts.lockKeeper.happened('sleep')),
    awake: told((parts) => parts.wakeUp()),
    screenLocked: told((parts) => parts.lockKeeper.happened('screen')),
  });
  quitAfter(
    async () => (await connecting).parts.beforeClose(),
    async () => {
      const { parts } = await connecting;
      await Promise.all([parts.close(), settingsFile.settle()]);
    },
  );
}

async function connect(
  settingsFile: SettingsFile,
  systemLanguages: readonly string[],
  shown: Signal,
  window: () => BrowserWindow | null,
) {
  appLog.log('started', { app: app.getVersion(), ...runtimeFacts() });
  const parts = await assemble({
    folder: app.getPath('userData'),
    appVersion: app.getVersion(),
    cipher: systemCipher(),
    clipboard: systemClipboard,
    camera,
    files: systemFileDialogs(window),
    systemProxy,
    settings: settingsFile.read().settings,
    lockAbilities: lockAbilities(),
    systemLanguages,
    appLog,
    now: Date.now,
  });
  void shown.given.then(mirrorTo(window, parts));
  const answers = answersFrom({
    ...parts,
    // Older Electrons ask the keyring without letting go of the process meanwhile, so the first picture comes first.
    opened: within(3_000, shown.given)
      .then(() => pause(200))
      .then(() => parts.openVault()),
    changeSettings: async (change) => {
      const settings = { ...settingsFile.read().settings, ...change };
      parts.applySettings(settings);
      nativeTheme.themeSource = settings.theme;
      await settingsFile.change({ settings });
    },
    systemAllowsCamera,
    openAddress: (address) => shell.openExternal(address),
    showWindow: () => {
      // A page that was loaded again, as a lock does, must not bring a minimised window to the front.
      if (!shown.isGiven) window()?.show();
      shown.give();
    },
  });
  return { parts, answers };
}
