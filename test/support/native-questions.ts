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

/** From now on answers every question that main asks as a person would; `nothing` leaves it open. */
export async function answerQuestions(
  electron: ElectronApplication,
  answer: 'confirm' | 'cancel' | 'nothing',
): Promise<void> {
  await electron.evaluate(({ dialog }, pressed) => {
    const asked = globalThis as unknown as Asked;
    asked.questions ??= [];
    dialog.showMessageBox = (async (_window: unknown, options: AskedQuestion) => {
      const { message, detail, buttons, defaultId, cancelId } = options;
      asked.questions.push({ message, detail, buttons, defaultId, cancelId });
      if (pressed === 'nothing') return new Promise(() => undefined);
      return { response: pressed === 'confirm' ? 0 : cancelId, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, answer);
}

/** What was asked since the questions are answered. */
export function askedQuestions(electron: ElectronApplication): Promise<readonly AskedQuestion[]> {
  return electron.evaluate(() => (globalThis as unknown as Asked).questions ?? []);
}
