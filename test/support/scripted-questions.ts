import type { ConfirmationQuestion, ShowQuestion } from '../../main/confirmations/confirmation.ts';

/** Answers the questions of main as a test says, and remembers them. */
export class ScriptedQuestions {
  readonly asked: ConfirmationQuestion[] = [];
  /** What a person presses; `nothing` leaves the dialog open. */
  answer: 'confirm' | 'cancel' | 'nothing' = 'cancel';
  /** Happens while the dialog is open, before it is answered. */
  meanwhile: () => unknown = () => undefined;

  readonly show: ShowQuestion = async (request) => {
    this.asked.push(request);
    await this.meanwhile();
    if (this.answer === 'nothing') return new Promise(() => undefined);
    return this.answer === 'confirm';
  };
}
