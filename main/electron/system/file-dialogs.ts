import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { FileDialogs } from '../../files/chosen-file.ts';

/** The system's file dialogs, modal to the open window. */
export function systemFileDialogs(window: () => BrowserWindow | null): FileDialogs {
  return {
    save: async (suggestedName, kinds) => {
      const asked = { defaultPath: suggestedName, filters: mutable(kinds) };
      const parent = window();
      const chosen = await (parent ? dialog.showSaveDialog(parent, asked) : dialog.showSaveDialog(asked));
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
    },
    open: (kinds) => chooseOne(window(), { properties: ['openFile'], filters: mutable(kinds) }),
    folder: () => chooseOne(window(), { properties: ['openDirectory'] }),
  };
}

async function chooseOne(parent: BrowserWindow | null, asked: OpenDialogOptions): Promise<string | null> {
  const chosen = await (parent ? dialog.showOpenDialog(parent, asked) : dialog.showOpenDialog(asked));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/** Electron's types ask for mutable arrays. */
function mutable(kinds: Parameters<FileDialogs['open']>[0]) {
  return kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
}
