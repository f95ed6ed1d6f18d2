import { expect, test } from 'vitest';
import { describeProblem } from '../../../contract/i18n/problem-text.ts';
import { languages } from '../../../contract/settings.ts';
import type { Translate } from '../../../contract/texts.ts';
import { cliTexts } from '../../../main/cli/commands/command.ts';
import { loadTexts } from '../../../main/i18n/load-texts.ts';
import { speech } from '../../support/app/speech.ts';
import { held } from '../../support/fake-bridge/fake-rows.ts';
import { allProblems } from '../../support/fixtures/all-problems.ts';

const now = new Date(2026, 10, 24, 12).getTime();

for (const language of languages)
  test(`ffsm describes every problem as the window does, in ${language}`, async () => {
    const where = {
      name: 'Airport',
      userName: 'ivanov',
      language,
      now,
      session: held(now, 86_400_000, 'accepted'),
    };
    const t = (await loadTexts(language, ...cliTexts)) as unknown as Translate;
    const window = await speech(language);
    for (const problem of allProblems(now))
      expect(describeProblem(t, problem, where), problem.code).toEqual(
        describeProblem(window, problem, where),
      );
  });
