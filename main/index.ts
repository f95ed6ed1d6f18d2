import { join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, powerMonitor, shell } from 'electron';
import { answersFrom } from './answers.ts';
import { assemble } from './assembly.ts';
import { registerScheme, servePage } from './electron/app-protocol.ts';
import { quitAfter } from './electron/gentle-quit.ts';
import { announce, answerCalls } from './electron/ipc-gate.ts';
import { lockDown } from './electron/lockdown.ts';
import { openMainWindow } from './electron/main-window.ts';
import { SettingsFile } from './electron/settings-file.ts';
import { systemCipher } from './electron/system-cipher.ts';
import { systemClipboard } from './electron/system-clipboard.ts';
import { logTo } from './log.ts';

const log = logTo((line) => process.stderr.write(`${line}\n`), Date.now);
const built = join(import.meta.dirname, '..');

registerScheme();
lockDown();
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  let window: BrowserWindow | null = null;
  const settingsFile = new SettingsFile(app.getPath('userData'));
  const { settings } = settingsFile.read();
  nativeTheme.themeSource = settings.theme;
  servePage(join(built, 'renderer'));

  const parts = await assemble({
    folder: app.getPath('userData'),
    appVersion: app.getVersion(),
    cipher: systemCipher(
      process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    ),
    clipboard: systemClipboard,
    settings,
    systemLanguages: [app.getLocale(), ...app.getPreferredSystemLanguages()],
    now: Date.now,
  });

  const opened = parts.openVault();
  const answers = answersFrom({
    ...parts,
    opened,
    changeSettings: async (change) => {
      const changed = { ...settingsFile.read().settings, ...change };
      parts.applySettings(changed);
      nativeTheme.themeSource = changed.theme;
      await settingsFile.change({ settings: changed });
    },
    openAddress: (address) => shell.openExternal(address),
    showWindow: () => {
      window?.show();
      setTimeout(() => void parts.clients.warmUp(), 1_000).unref();
    },
  });
  answerCalls(answers, () => window);
  parts.live.watch((change) => announce(window, change));

  const openWindow = () => {
    window = openMainWindow({
      place: settingsFile.read().place,
      preload: join(built, 'preload/index.cjs'),
      keepPlace: (place) => void settingsFile.change({ place }),
    });
    window.on('closed', () => {
      window = null;
    });
  };
  openWindow();

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => window ?? openWindow());
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());

  powerMonitor.on('resume', () => void parts.wakeUp());
  quitAfter(() => Promise.all([parts.close(), settingsFile.settle()]));
}

function fail(error: unknown): void {
  log('unexpected error', { name: error instanceof Error ? error.name : typeof error });
  if (error instanceof Error) log(error.stack ?? error.message);
  dialog.showErrorBox(
    'FindFace Session Manager',
    'Something went wrong inside the app. Nothing you saved is lost.',
  );
}
