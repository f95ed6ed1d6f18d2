import type { Calls } from '../../contract/bridge.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { AppState, Row, StateChange } from '../../contract/state.ts';
import type { LiveState } from '../state/live-state.ts';
import { answerRules, entryRules } from './answer-rules.ts';
import { type AnyRules, type MaskRules, masked, maskedBy } from './masking.ts';
import { placeholderWords } from './placeholder-words.ts';
import { hiddenText, Placeholders } from './placeholders.ts';
import { problemRules } from './problem-rules.ts';
import type { EntryNames, ShownNames } from './shown-names.ts';
import { changeRules, profileRules, rowRules, wholeStateRules } from './state-rules.ts';

type Listener = (isOn: boolean) => void;
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Presentation mode: puts placeholders in the place of all names in what leaves main for a screen, if the setting is on.
 *
 * Nothing in main itself changes, so that everything goes on working.
 */
export class Presentation implements ShownNames {
  readonly #live: Pick<LiveState, 'read' | 'rows' | 'watch'>;
  readonly #names: Placeholders;
  readonly #listeners = new Set<Listener>();
  #rows = new WeakMap<Row, Row>();
  #isNumbered = false;
  #seen: string;

  constructor(live: Pick<LiveState, 'read' | 'rows' | 'watch'>) {
    this.#live = live;
    this.#names = new Placeholders(() => placeholderWords[live.read().language]);
    this.#seen = this.#look();
    live.watch((change) => {
      if (this.#isNumbered && change.rows) this.#names.number(change.rows.map(({ profile }) => profile));
      if (change.settings || change.language) this.#follow();
    });
  }

  get isOn(): boolean {
    return this.#live.read().settings.presentation;
  }

  /**
   * Calls back whenever names begin to be shown as something else, also as placeholders of another language; returns the
   * function that removes the listener.
   */
  onTurn(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The state as windows may show it. */
  state(state: AppState): AppState {
    if (!this.isOn) return state;
    const { rows, ...rest } = state;
    return {
      ...this.#mask<AppState>({ ...rest, rows: [] }, wholeStateRules),
      rows: rows.map((row) => this.row(row)),
    };
  }

  change(change: StateChange): StateChange {
    if (!this.isOn) return change;
    const { rows, ...rest } = change;
    return {
      ...this.#mask<StateChange>(rest, changeRules),
      ...(rows && { rows: rows.map((row) => this.row(row)) }),
    };
  }

  /** The answer to a call as a window may show it. */
  answer(name: keyof Calls, answer: Answer): Answer {
    if (!this.isOn) return answer;
    if (!answer.ok) return { ok: false, problem: this.#mask(answer.problem, problemRules) };
    const rules = (answerRules as Readonly<Record<string, AnyRules>>)[name];
    return rules === undefined
      ? answer
      : { ok: true, value: maskedBy(answer.value, rules, this.#numbered()) };
  }

  row(row: Row): Row {
    if (!this.isOn) return row;
    const known = this.#rows.get(row);
    if (known !== undefined) return known;
    const shown = this.#mask(row, rowRules);
    this.#rows.set(row, shown);
    return shown;
  }

  profile(profile: Profile): Profile {
    return this.isOn ? this.#mask(profile, profileRules) : profile;
  }

  entry(names: EntryNames): EntryNames {
    return this.isOn ? this.#mask(names, entryRules) : names;
  }

  text(text: string): string {
    return this.isOn && text !== '' ? hiddenText : text;
  }

  /** The user that a window means. */
  meantUser(shown: string): string {
    return (this.isOn ? this.#names.userOf(shown) : null) ?? shown;
  }

  #mask<T>(value: T, rules: MaskRules<T>): T {
    return masked(value, rules, this.#numbered());
  }

  /** In the order of all names, whichever is shown first. */
  #numbered(): Placeholders {
    if (!this.#isNumbered) this.#names.number(this.#live.rows().map(({ profile }) => profile));
    this.#isNumbered = true;
    return this.#names;
  }

  #look(): string {
    return this.isOn ? this.#live.read().language : '';
  }

  #follow(): void {
    const seen = this.#look();
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#rows = new WeakMap();
    for (const listener of this.#listeners) listener(this.isOn);
  }
}
