import type { ConfirmationQuestion, ShowQuestion } from '../../main/confirmations/confirmation.ts';

/** Answers confirmations as a test says, and records them. */
export class ScriptedQuestions {
  readonly asked: ConfirmationQuestion[] = [];
  /** The answer; `nothing` leaves the dialog open. */
  answer: 'confirm' | 'cancel' | 'nothing' = 'cancel';
  /** Called while the dialog is open, before the answer. */
  meanwhile: () => unknown = () => undefined;

  readonly show: ShowQuestion = async (request) => {
    this.asked.push(request);
    await this.meanwhile();
    if (this.answer === 'nothing') return new Promise(() => undefined);
    return this.answer === 'confirm';
  };
}
