import { type BrowserWindow, dialog } from 'electron';
import type { ShowQuestion } from '../../confirmations/confirmation.ts';

const answers = { confirm: 0, cancel: 1 } as const;

/** A quicker answer is not one to the question, but for instance the second click of a double click. */
const soonestMs = 500;

/** Shows questions as system dialogs, modal to the window; without a window the answer is no. */
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
        // SECURITY: Enter from ongoing typing, and closing the dialog, must not confirm (0022).
        defaultId: answers.cancel,
        cancelId: answers.cancel,
        noLink: true,
        signal: AbortSignal.any([signal, closed.signal]),
      });
      // SECURITY: the page could time the dialog so that a click meant for the page lands on it (0022).
      return response === answers.confirm && performance.now() - shownAt >= soonestMs;
    } finally {
      parent.removeListener('closed', close);
    }
  };
}
