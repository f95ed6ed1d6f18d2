import { describe, expect, test } from 'vitest';
import { secondsUntil } from '../../../../contract/core/durations.ts';
import type { UnsealedReason, VaultStatus } from '../../../../contract/state.ts';
import {
  countSecrets,
  describeClosedVault,
  rememberPasswordRefusal,
} from '../../../../renderer/state/vault-status.ts';
import { held, rowOf } from '../../../support/fake-bridge/fake-rows.ts';

const now = Date.UTC(2026, 10, 24, 12);
const sealed: VaultStatus = { kind: 'sealed', by: 'gnome-keyring', passphrase: true };
const opening: VaultStatus = { kind: 'opening' };

function shut(reason: UnsealedReason, passphrase = false): VaultStatus {
  return { kind: 'memory-only', reason, passphrase, sealedBy: 'kwallet', missing: 'any' };
}

describe('a vault', () => {
  test('that is open, not needed yet or absent needs no message', () => {
    expect(describeClosedVault(sealed)).toBeNull();
    expect(describeClosedVault(opening)).toBeNull();
    expect(describeClosedVault(shut('no-keyring'))).toBeNull();
    expect(describeClosedVault(shut('locked'))).toBeNull();
  });

  test('that is closed offers the actions that can help', () => {
    const ways = (reason: UnsealedReason, passphrase: boolean) =>
      describeClosedVault(shut(reason, passphrase))?.actions;
    expect(ways('keyring-locked', false)).toEqual(['retry']);
    expect(ways('keyring-locked', true)).toEqual(['enter-passphrase', 'retry']);
    expect(ways('keyring-lost', false)).toEqual(['retry', 'reset-vault']);
    expect(ways('keyring-lost', true)).toEqual(['enter-passphrase', 'retry', 'reset-vault']);
    expect(ways('passphrase-needed', true)).toEqual(['enter-passphrase', 'reset-vault']);
    expect(ways('disk-refused', false)).toEqual(['retry']);
  });

  test('that is unreadable can only be reset, and a newer one is left alone', () => {
    expect(describeClosedVault(shut('vault-unreadable'))).toEqual({
      reason: 'vault-unreadable',
      banner: 'unreadable',
      actions: ['reset-vault'],
    });
    expect(describeClosedVault(shut('vault-newer'))?.actions).toEqual([]);
  });
});

describe('a password', () => {
  const refusal = (storage: VaultStatus, address: string, savePasswords = true) =>
    rememberPasswordRefusal({ storage, settings: { savePasswords } }, address);

  test('is not kept where saving is turned off', () => {
    expect(refusal(sealed, 'https://10.0.4.7', false)).toBe('turned-off');
  });

  test('is kept where it is sealed and was not sent in the clear', () => {
    expect(refusal(sealed, 'https://10.0.4.7')).toBeNull();
    expect(refusal(opening, '10.0.4.7:8443')).toBeNull();
  });

  test('is not kept over plain http, however it is written', () => {
    expect(refusal(sealed, 'http://10.0.4.7')).toBe('plain-http');
    expect(refusal(sealed, '  HTTP://lab.local')).toBe('plain-http');
    expect(refusal(shut('no-keyring'), 'http://lab.local')).toBe('plain-http');
  });

  test('is not kept where nothing is sealed', () => {
    expect(refusal(shut('keyring-locked', true), 'https://10.0.4.7')).toBe('not-sealed');
  });
});

describe('what is kept', () => {
  const row = (number: number, session: ReturnType<typeof held> | null, passwordKept = false) =>
    rowOf(number, {
      name: `Server ${number}`,
      address: 'https://10.0.4.7',
      userName: 'ivanov',
      session: session ?? { phase: 'logged-out' },
      passwordKept,
    });

  test('is counted by its place, and a session without a token counts for none', () => {
    const rows = [
      row(1, held(now, 1_000, 'accepted'), true),
      row(2, held(now, 1_000, 'accepted', null, { secret: 'memory' })),
      row(3, held(now, -1_000, 'accepted', null, { secret: 'memory' })),
      row(4, held(now, 1_000, null, null, { secret: 'unreadable' })),
      row(5, null, true),
    ];
    expect(countSecrets(rows)).toEqual({ sealed: 1, memory: 2, passwords: 2 });
  });
});

describe('the countdown after wrong passphrases', () => {
  test('shows whole seconds, ends at zero and never goes below', () => {
    expect(secondsUntil(now + 8_000, now)).toBe(8);
    expect(secondsUntil(now + 7_001, now)).toBe(8);
    expect(secondsUntil(now + 1, now)).toBe(1);
    expect(secondsUntil(now, now)).toBe(0);
    expect(secondsUntil(now - 5_000, now)).toBe(0);
  });
});
