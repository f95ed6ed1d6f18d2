import { type BrowserWindow, dialog } from 'electron';
import type { ShowAccessQuestion } from '../../cli/cli.ts';

/** A quicker answer is not one to the question, but for instance the second click of a double click. */
const soonestMs = 500;

/** Asks whether a program may read a token; the window is shown for it, and without one the answer is no. */
export function accessDialog(shownWindow: () => BrowserWindow | null): ShowAccessQuestion {
  return async ({ message, detail, spans, deny }, over) => {
    const parent = shownWindow();
    if (parent === null) return null;
    const closed = new AbortController();
    const close = () => closed.abort();
    parent.once('closed', close);
    const shownAt = performance.now();
    try {
      const { response } = await dialog.showMessageBox(parent, {
        type: 'warning',
        title: 'FindFace Session Manager',
        ...{ message, detail },
        buttons: [...spans.map(({ label }) => label), deny],
        // SECURITY: Enter from ongoing typing, and closing the dialog, must not allow anything (0022).
        defaultId: spans.length,
        cancelId: spans.length,
        noLink: true,
        signal: AbortSignal.any([over, closed.signal]),
      });
      // SECURITY: a click that was meant for what the dialog covers allows nothing (0022).
      if (performance.now() - shownAt < soonestMs) return null;
      return spans[response]?.span ?? null;
    } finally {
      parent.removeListener('closed', close);
    }
  };
}
