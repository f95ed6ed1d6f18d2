import type { Language } from '../../contract/settings.ts';
import { loadTexts } from '../i18n/load-texts.ts';
import type { ShownNames } from '../presentation/shown-names.ts';
import type { Confirmations, ShowQuestion, Wording } from './confirmation.ts';

interface Deps {
  readonly show: ShowQuestion;
  readonly language: () => Language;
  readonly isLocked: () => boolean;
  readonly shown: ShownNames;
}

/** Asks one question at a time, in the language of the window. */
export class OneConfirmation implements Confirmations {
  #open: AbortController | null = null;
  #hasEnded = false;

  constructor(private readonly deps: Deps) {}

  /** Whether a question is open. */
  get isAsking(): boolean {
    return this.#open !== null;
  }

  async ask(wording: Wording, over?: AbortSignal): Promise<boolean> {
    const { show, language, isLocked, shown } = this.deps;
    if (this.#open !== null || this.#hasEnded || isLocked() || over?.aborted) return false;
    const open = new AbortController();
    this.#open = open;
    over?.addEventListener('abort', () => open.abort(), { once: true });
    try {
      const t = await loadTexts(language(), 'native');
      if (open.signal.aborted) return false;
      // Not every system can close the dialog, so an aborted question does not wait for it.
      const withdrawn = new Promise<false>((resolve) =>
        open.signal.addEventListener('abort', () => resolve(false), { once: true }),
      );
      const confirmed = await Promise.race([show(wording(t, shown), open.signal), withdrawn]);
      return confirmed && !open.signal.aborted;
    } finally {
      if (this.#open === open) this.#open = null;
    }
  }

  /** Answers the open question with Cancel and closes its dialog. */
  withdraw(): void {
    this.#open?.abort();
    this.#open = null;
  }

  /** Called on quit: no more questions are asked. */
  stop(): void {
    this.#hasEnded = true;
    this.withdraw();
  }
}
