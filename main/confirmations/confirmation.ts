import type { Language } from '../../contract/settings.ts';
import type { ConfirmationWords } from '../../contract/wording/en/confirmations.ts';

/** A question for a person, ready to be shown. */
export interface ConfirmationQuestion {
  readonly message: string;
  readonly detail: string;
  /** What the two buttons say. */
  readonly confirm: string;
  readonly cancel: string;
}

/** Puts a question in the words of the window's language. */
export type Wording = (words: ConfirmationWords, language: Language) => ConfirmationQuestion;

/** Asks a person in a dialog of the system, which the page can neither answer nor cover. */
export interface Confirmations {
  /** Was it confirmed? Cancel is the default; another open question, a lock and the end of the app count as Cancel. */
  ask(wording: Wording): Promise<boolean>;
}

/** Shows a question and gives its answer; takes it off the screen when `signal` is aborted. */
export type ShowQuestion = (request: ConfirmationQuestion, signal: AbortSignal) => Promise<boolean>;
