import * as electron from 'electron';
import type { ClipboardAbilities } from '../../../contract/state.ts';
import type { Clipboard } from '../../clipboard/secret-clipboard.ts';
import { waylandClipboard } from '../../clipboard/wayland-clipboard.ts';
import type { WindowInput } from './window-input.ts';
import { findWlClipboard } from './wl-clipboard.ts';

/** The formats by which clipboard managers of each system recognize a secret. */
const secretMarks: Partial<Record<NodeJS.Platform, Readonly<Record<string, string | Blob>>>> = {
  linux: { 'x-kde-passwordManagerHint': 'secret' },
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: new Blob([new Uint8Array(4)]),
    CanIncludeInClipboardHistory: new Blob([new Uint8Array(4)]),
    CanUploadToCloudClipboard: new Blob([new Uint8Array(4)]),
  },
  darwin: {
    'org.nspasteboard.ConcealedType': ' ',
    'org.nspasteboard.TransientType': ' ',
  },
};

/** Electron 44 and later write text and marks in one step; earlier ones can write the text only. */
const ownMarks = Object.hasOwn(electron, 'ClipboardItem');

const chromium: Clipboard = {
  readText: async () => await electron.clipboard.readText(),
  clear: async () => electron.clipboard.clear(),
  writeSecret: async (text) => {
    if (!ownMarks) return electron.clipboard.writeText(text);
    const marks = Object.entries(secretMarks[process.platform] ?? {}).map(
      ([format, value]) => [`electron application/osclipboard;format="${format}"`, value] as const,
    );
    const item = new electron.ClipboardItem({ 'text/plain': text, ...Object.fromEntries(marks) });
    await electron.clipboard.write([item]);
  },
};

/** Whether Chromium talks to a Wayland compositor: it says so by this switch once it has chosen, on its own too. */
function isOnWayland(): boolean {
  return (
    process.platform === 'linux' && electron.app.commandLine.getSwitchValue('ozone-platform') === 'wayland'
  );
}

/** The system clipboard. */
export function systemClipboard(input: WindowInput): Clipboard {
  return isOnWayland()
    ? waylandClipboard({ own: chromium, ownMarks, input, programs: findWlClipboard })
    : chromium;
}

/** What can be done with it. */
export async function clipboardAbilities(): Promise<ClipboardAbilities> {
  if (process.platform === 'win32') return { system: 'windows', marks: ownMarks, unfocused: true };
  if (process.platform === 'darwin') return { system: 'macos', marks: ownMarks, unfocused: true };
  if (!isOnWayland()) return { system: 'x11', marks: ownMarks, unfocused: true };
  const programs = await findWlClipboard();
  return { system: 'wayland', marks: ownMarks || programs?.marks === true, unfocused: programs !== null };
}
