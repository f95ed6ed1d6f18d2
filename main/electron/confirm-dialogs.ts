import { type BrowserWindow, dialog } from 'electron';
import type { ShowQuestion } from '../confirm-port.ts';

const answers = { confirm: 0, cancel: 1 } as const;

/** The system's own dialog for a question, in front of the window; without a window nobody is asked. */
export function confirmDialogs(window: () => BrowserWindow | null): ShowQuestion {
  return async ({ message, detail, confirm, cancel }, signal) => {
    const parent = window();
    if (parent === null) return false;
    const closed = new AbortController();
    const close = () => closed.abort();
    parent.once('closed', close);
    try {
      const { response } = await dialog.showMessageBox(parent, {
        type: 'warning',
        title: 'FindFace Session Manager',
        ...{ message, detail },
        buttons: [confirm, cancel],
        // SECURITY: whoever types on, or closes the dialog, has confirmed nothing (0022).
        defaultId: answers.cancel,
        cancelId: answers.cancel,
        noLink: true,
        signal: AbortSignal.any([signal, closed.signal]),
      });
      return response === answers.confirm;
    } finally {
      parent.removeListener('closed', close);
    }
  };
}
