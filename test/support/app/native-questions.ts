import type { ElectronApplication } from '@playwright/test';

/** A confirmation shown as a system dialog. */
export interface AskedQuestion {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly defaultId: number;
  readonly cancelId: number;
}

interface Asked {
  questions: AskedQuestion[];
}

/**
 * Answers every confirmation like a person who reads it first; `nothing` leaves it open, and `double-click` confirms
 * too quickly.
 */
export async function answerQuestions(
  electron: ElectronApplication,
  answer: 'confirm' | 'double-click' | 'cancel' | 'nothing',
): Promise<void> {
  await electron.evaluate(({ dialog }, pressed) => {
    const asked = globalThis as unknown as Asked;
    asked.questions ??= [];
    dialog.showMessageBox = (async (_window: unknown, options: AskedQuestion) => {
      const { message, detail, buttons, defaultId, cancelId } = options;
      asked.questions.push({ message, detail, buttons, defaultId, cancelId });
      if (pressed === 'nothing') return new Promise(() => undefined);
      if (pressed === 'confirm') await new Promise((resolve) => setTimeout(resolve, 600));
      return { response: pressed === 'cancel' ? cancelId : 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, answer);
}

/** The confirmations since then. */
export function askedQuestions(electron: ElectronApplication): Promise<readonly AskedQuestion[]> {
  return electron.evaluate(() => (globalThis as unknown as Asked).questions ?? []);
}
