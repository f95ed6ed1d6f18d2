import { describe, expect, test } from 'vitest';
import { accessQuestion } from '../../../main/cli/access/access-question.ts';
import { answerIn, questionPage } from '../../../main/cli/access/question-page.ts';
import { loadTexts } from '../../../main/i18n/load-texts.ts';
import { Presentation } from '../../../main/presentation/presentation.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const { profile } = sampleRow();
const shown = new Presentation(new LiveState(sampleAppState()));
const python = {
  ...{ name: 'python3.11', program: '/usr/bin/python3.11', parent: '/usr/bin/bash', pid: 48_213 },
  identity: '["/usr/bin/python3.11","/usr/bin/bash"]',
};

interface Changed {
  readonly caller?: object;
  readonly mayKeep?: boolean;
  readonly name?: string;
  readonly waiting?: number;
}

async function questionOf(changed: Changed = {}) {
  const { caller = {}, mayKeep = true, name = 'Airport', waiting = 0 } = changed;
  const t = await loadTexts('en', 'native', 'window');
  const asked = {
    profile: { ...profile, name },
    use: 'read',
    caller: { ...python, ...caller },
    ...{ mayKeep, waiting },
  } as const;
  return accessQuestion(t, shown, asked, 'en', new Date(2026, 10, 29, 17, 5).getTime());
}

describe('the question whether a program may use a token', () => {
  test('names program and server, and offers what can be kept', async () => {
    const question = await questionOf();
    expect(question.title).toBe('Let python3.11 read the token of “Airport”?');
    expect(question.facts.map(([name]) => name)).toEqual([
      'Server',
      'User',
      'Program',
      'Process',
      'Started from',
    ]);
    expect(question.spans.map(({ span }) => span)).toEqual(['once', 'hour', 'until-lock', 'always']);
    expect(question.spans[1]?.hint).toBe('until 18:05');
    const unknown = await questionOf({ caller: { identity: null, program: null, name: '' } });
    expect(unknown.spans.map(({ span }) => span)).toEqual(['once']);
    expect(unknown.title).toBe('Let an unknown program read the token of “Airport”?');
    const unsealed = await questionOf({ mayKeep: false });
    expect(unsealed.spans.map(({ span }) => span)).toEqual(['once', 'hour', 'until-lock']);
  });

  test('says how many others wait behind it', async () => {
    expect((await questionOf()).note).toBe('It will be in the journal.');
    const note = 'It will be in the journal. 2 more questions are waiting.';
    expect((await questionOf({ waiting: 2 })).note).toBe(note);
  });

  test('takes nothing that a name or a path says for markup', async () => {
    const hostile = '<img src=x onerror=alert(1)>" autofocus formaction="?answer=allow';
    const question = await questionOf({ name: hostile, caller: { program: hostile, name: hostile } });
    const page = questionPage(question, false);
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/formaction="/);
  });

  test('is denied by Enter, and by whatever is no offered answer', async () => {
    const question = await questionOf({ caller: { identity: null } });
    const [firstButton] = questionPage(question, true).match(/<button[^>]*>/) ?? [];
    expect(firstButton).toContain('value="deny"');
    const answer = (search: string) => answerIn(`app://bundle/consent.html${search}`, question);
    expect(answer('?span=once&answer=allow')).toBe('once');
    for (const other of [
      '',
      '?span=once',
      '?span=once&answer=deny',
      '?answer=allow',
      '?span=always&answer=allow',
    ])
      expect(answer(other), other).toBeNull();
    expect(answerIn('no URL', question)).toBeNull();
  });
});
