import type { ElectronApplication } from '@playwright/test';

/** What main asked in dialogs of the system. */
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
 * From now on answers every question that main asks as a person would, who reads it before confirming; `nothing` leaves
 * it open, and `double-click` confirms before anybody can have read it.
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

/** What was asked since the questions are answered. */
export function askedQuestions(electron: ElectronApplication): Promise<readonly AskedQuestion[]> {
  return electron.evaluate(() => (globalThis as unknown as Asked).questions ?? []);
}
