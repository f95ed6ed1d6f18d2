import { type BrowserWindow, dialog } from 'electron';
import type { ShowQuestion } from '../../confirmations/confirmation.ts';

const answers = { confirm: 0, cancel: 1 } as const;

/** Nobody reads a question and answers it in less, and the second click of a double click comes in less. */
const soonestMs = 500;

/** The system's own dialog for a question, in front of the window; without a window nobody is asked. */
export function confirmDialogs(window: () => BrowserWindow | null): ShowQuestion {
  return async ({ message, detail, confirm, cancel }, signal) => {
    const parent = window();
    if (parent === null) return false;
    const closed = new AbortController();
    const close = () => closed.abort();
    parent.once('closed', close);
    const shownAt = performance.now();
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
      // SECURITY: a page could open it just where somebody is about to click once more (0022).
      return response === answers.confirm && performance.now() - shownAt >= soonestMs;
    } finally {
      parent.removeListener('closed', close);
    }
  };
}
