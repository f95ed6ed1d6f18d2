import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../contract/settings.ts';
import type { Wording } from '../../../main/confirmations/confirmation.ts';
import { OneConfirmation } from '../../../main/confirmations/confirmations.ts';
import { Presentation } from '../../../main/presentation/presentation.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { ScriptedQuestions } from '../../support/scripted-questions.ts';
import { texts } from '../../support/texts.ts';

const wording: Wording = (t) => ({
  message: 'Go?',
  detail: 'There.',
  confirm: 'Go',
  cancel: t('native:confirmations.cancel'),
});

function asking(language: Language = 'en') {
  const questions = new ScriptedQuestions();
  const state = { isLocked: false };
  const one = new OneConfirmation({
    show: questions.show,
    language: () => language,
    isLocked: () => state.isLocked,
    shown: new Presentation(new LiveState(sampleAppState())),
  });
  return { questions, state, one };
}

describe('a confirmation by main', () => {
  test('is answered by a person', async () => {
    const { questions, one } = asking();
    expect(await one.ask(wording)).toBe(false);
    questions.answer = 'confirm';
    expect(await one.ask(wording)).toBe(true);
  });

  for (const language of languages) {
    test(`is asked in the language of the window (${language})`, async () => {
      const { questions, one } = asking(language);
      await one.ask(wording);
      expect(questions.asked).toEqual([
        expect.objectContaining({ cancel: texts[language].native.confirmations.cancel }),
      ]);
    });
  }

  test('is the only one: a second one counts as Cancel', async () => {
    const { questions, one } = asking();
    questions.answer = 'nothing';
    const first = one.ask(wording);
    await expect.poll(() => questions.asked).toHaveLength(1);
    expect(await one.ask(wording)).toBe(false);
    expect(questions.asked).toHaveLength(1);

    one.withdraw();
    expect(await first).toBe(false);
    questions.answer = 'confirm';
    expect(await one.ask(wording)).toBe(true);
  });

  test('counts as Cancel if a lock comes while it is open, whatever is pressed then', async () => {
    const { questions, one } = asking();
    questions.answer = 'confirm';
    questions.meanwhile = () => one.withdraw();
    expect(await one.ask(wording)).toBe(false);
  });

  test('is not shown while locked, nor after the quit', async () => {
    const { questions, state, one } = asking();
    questions.answer = 'confirm';
    state.isLocked = true;
    expect(await one.ask(wording)).toBe(false);
    state.isLocked = false;
    one.stop();
    expect(await one.ask(wording)).toBe(false);
    expect(questions.asked).toEqual([]);
  });
});
