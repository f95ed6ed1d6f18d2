import { describe, expect, test } from 'vitest';
import { confirmations as en } from '../../../contract/wording/en/confirmations.ts';
import { confirmations as ru } from '../../../contract/wording/ru/confirmations.ts';
import { closeConfirmation, countTokensLostOnClose } from '../../../main/window/close-confirmation.ts';
import { held, rowOf } from '../../support/fake-rows.ts';

describe('quitting the app', () => {
  test('is asked about with the number of tokens, in the forms of the language', () => {
    expect(closeConfirmation(2)(en, 'en')).toEqual({
      message: 'Quit and forget 2 tokens?',
      detail: 'They’re kept in memory only. You’ll have to log in to those servers again.',
      confirm: 'Quit',
      cancel: 'Cancel',
    });
    expect(closeConfirmation(5)(ru, 'ru').message).toBe('Выйти и забыть 5 токенов?');
  });

  test('costs the tokens in memory only, and none behind a lock', () => {
    const rows = (['memory', 'sealed', 'memory'] as const).map((secret, number) => {
      const session = held(0, null, 'accepted', null, { secret });
      return rowOf(number, { name: 'Airport', address: 'https://10.0.4.7', userName: 'ivanov', session });
    });
    expect(countTokensLostOnClose({ rows, lock: { kind: 'open' } })).toBe(2);
    const lock = { kind: 'locked', reason: 'asked', keyring: 'none', passphrase: false } as const;
    expect(countTokensLostOnClose({ rows, lock })).toBe(0);
  });
});
