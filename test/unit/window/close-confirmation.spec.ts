import { describe, expect, test } from 'vitest';
import { loadTexts } from '../../../main/i18n/load-texts.ts';
import { Presentation } from '../../../main/presentation/presentation.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { closeConfirmation, countTokensLostOnClose } from '../../../main/window/close-confirmation.ts';
import { held, rowOf } from '../../support/fake-bridge/fake-rows.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';

const shown = new Presentation(new LiveState(sampleAppState()));

describe('quitting the app', () => {
  test('is confirmed with the number of tokens, in the plural forms of the language', async () => {
    expect(closeConfirmation(2)(await loadTexts('en', 'native'), shown)).toEqual({
      message: 'Quit and lose 2 tokens?',
      detail: 'They’re kept in memory only. You’ll have to log in to those servers again.',
      confirm: 'Quit',
      cancel: 'Cancel',
    });
    expect(closeConfirmation(5)(await loadTexts('ru', 'native'), shown).message).toBe(
      'Выйти и потерять 5 токенов?',
    );
  });

  test('loses the tokens in memory, and none while locked', () => {
    const rows = (['memory', 'sealed', 'memory'] as const).map((secret, number) => {
      const session = held(0, null, 'accepted', null, { secret });
      return rowOf(number, { name: 'Airport', address: 'https://10.0.4.7', userName: 'ivanov', session });
    });
    expect(countTokensLostOnClose({ rows, lock: { kind: 'open' } })).toBe(2);
    const lock = { kind: 'locked', reason: 'asked', keyring: 'none', passphrase: false } as const;
    expect(countTokensLostOnClose({ rows, lock })).toBe(0);
  });
});
