import * as electron from 'electron';
import type { Clipboard } from '../../clipboard/secret-clipboard.ts';

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

/**
 * The system clipboard.
 *
 * Electron 44 and later write text and marks in one step; earlier ones can write the text only.
 */
export const systemClipboard: Clipboard = {
  readText: async () => await electron.clipboard.readText(),
  clear: async () => electron.clipboard.clear(),
  writeSecret: async (text) => {
    if (!Object.hasOwn(electron, 'ClipboardItem')) return electron.clipboard.writeText(text);
    const marks = Object.entries(secretMarks[process.platform] ?? {}).map(
      ([format, value]) => [`electron application/osclipboard;format="${format}"`, value] as const,
    );
    const item = new electron.ClipboardItem({ 'text/plain': text, ...Object.fromEntries(marks) });
    await electron.clipboard.write([item]);
  },
};
