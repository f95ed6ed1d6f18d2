import type { Translate } from '../i18n/load-texts.ts';
import type { ShownNames } from '../presentation/shown-names.ts';

/** A question, ready to be shown. */
export interface ConfirmationQuestion {
  readonly message: string;
  readonly detail: string;
  /** The labels of the two buttons. */
  readonly confirm: string;
  readonly cancel: string;
}

/** Makes the question from the texts of the window's language, and from names as they may be shown. */
export type Wording = (t: Translate, shown: ShownNames) => ConfirmationQuestion;

/** Asks in a system dialog, which the page can neither answer nor cover. */
export interface Confirmations {
  /**
   * Whether the question was confirmed. Cancel is the default, also if another question is open, on lock and on quit, and
   * once `over` is aborted.
   */
  ask(wording: Wording, over?: AbortSignal): Promise<boolean>;
}

/** Shows a question and resolves with the answer; closes the dialog when `signal` is aborted. */
export type ShowQuestion = (request: ConfirmationQuestion, signal: AbortSignal) => Promise<boolean>;
