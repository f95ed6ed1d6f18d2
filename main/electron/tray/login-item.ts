import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import type { Settings } from '../../../contract/settings.ts';
import { readSmallFile } from '../../files/read-small-file.ts';
import { autostartEntry, autostartStep } from '../../tray/autostart-entry.ts';
import { runningCopy } from '../updates/start-updates.ts';

/** The name of the entry in the folder of what a desktop starts. */
export const autostartFile = 'findface-session-manager.desktop';

const maxBytes = 64 * 1024;

/** Whether the system can start this copy by itself. */
export function canStartAtLogin(): boolean {
  return runningCopy() !== 'source';
}

/** Whether the system has started this process by itself; macOS passes no switch. */
export function isStartedHidden({ startAtLogin: isChosen }: Pick<Settings, 'startAtLogin'>): boolean {
  if (app.commandLine.hasSwitch('hidden')) return true;
  return process.platform === 'darwin' && isChosen && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Has the system start this copy, hidden, when a person logs in to it, or no more. */
export async function startAtLogin(isWanted: boolean): Promise<void> {
  if (!canStartAtLogin()) return;
  const { PORTABLE_EXECUTABLE_FILE, APPIMAGE } = process.env;
  if (process.platform !== 'linux') {
    const path = PORTABLE_EXECUTABLE_FILE ?? process.execPath;
    app.setLoginItemSettings({ openAtLogin: isWanted, path, args: ['--hidden'] });
    return;
  }
  const program = (runningCopy() === 'app-image' ? APPIMAGE : undefined) ?? process.execPath;
  const file = join(app.getPath('appData'), 'autostart', autostartFile);
  const found = readSmallFile(file, maxBytes);
  const wanted = isWanted ? autostartEntry(program) : null;
  if (found.kind !== 'text' && !(found.kind === 'unreadable' && found.code === 'ENOENT')) return;
  const step = autostartStep(found.kind === 'text' ? found.text : null, wanted);
  if (step === 'remove') await rm(file, { force: true });
  if (step !== 'write' || wanted === null) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, wanted);
}
