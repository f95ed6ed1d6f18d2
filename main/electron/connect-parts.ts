import { setTimeout as pause } from 'node:timers/promises';
import { app, type BrowserWindow, nativeTheme, shell } from 'electron';
import { answersFrom } from '../answers.ts';
import { assemble } from '../assembly.ts';
import type { AppLog } from '../diagnostics/app-log.ts';
import { runtimeFacts } from '../diagnostics/runtime-facts.ts';
import type { CameraGrant } from '../face/camera-grant.ts';
import { oneAtATime } from '../file-port.ts';
import { type Signal, within } from '../patience.ts';
import { systemAllowsCamera } from './camera-access.ts';
import { confirmDialogs } from './confirm-dialogs.ts';
import { systemFileDialogs } from './file-dialogs.ts';
import type { SettingsFile } from './settings-file.ts';
import { systemCipher } from './system-cipher.ts';
import { systemClipboard } from './system-clipboard.ts';
import { systemProxy } from './system-proxy.ts';
import { lockAbilities } from './wake-ups.ts';
import { mirrorTo } from './window-mirror.ts';

/** What the parts are connected to. */
interface Ends {
  readonly settingsFile: SettingsFile;
  /** Language tags, the preferred one first. */
  readonly systemLanguages: readonly string[];
  readonly camera: CameraGrant;
  readonly appLog: AppLog;
  /** Given with the first picture of the window. */
  readonly shown: Signal;
  readonly window: () => BrowserWindow | null;
}

/** Builds the parts on this system and connects them to the window; gives them, and what answers the window's calls. */
export async function connectParts({ appLog, camera, settingsFile, shown, systemLanguages, window }: Ends) {
  appLog.log('started', { app: app.getVersion(), ...runtimeFacts() });
  const parts = await assemble({
    folder: app.getPath('userData'),
    appVersion: app.getVersion(),
    cipher: systemCipher(),
    clipboard: systemClipboard,
    camera,
    files: oneAtATime(systemFileDialogs(window)),
    showQuestion: confirmDialogs(window),
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
    closeWindow: () => window()?.close(),
    showWindow: () => {
      // A page that was loaded again, as a lock does, must not bring a minimised window to the front.
      if (!shown.isGiven) window()?.show();
      shown.give();
    },
  });
  return { parts, answers };
}
