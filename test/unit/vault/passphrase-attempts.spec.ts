import { describe, expect, test } from 'vitest';
import { passphraseProblem } from '../../../main/vault/crypto/passphrase.ts';
import { PassphraseAttempts } from '../../../main/vault/passphrase-attempts.ts';

const wrong = async () => null;
const right = async () => 'key';

describe('attempts at a passphrase', () => {
  test('have to wait after wrong ones, and not after a right one', async () => {
    let now = 1_000_000;
    const attempts = new PassphraseAttempts(() => now);
    for (let times = 0; times < 3; times += 1) await attempts.try(wrong);
    expect(await attempts.try(right)).toEqual({
      ok: false,
      problem: { code: 'passphrase-later', seconds: 1 },
    });
    now += 1_000;
    expect(await attempts.try(right)).toEqual({ ok: true, value: 'key' });
    expect(await attempts.try(wrong), 'counted from the first again').toMatchObject({
      problem: { code: 'passphrase-wrong' },
    });
    expect(await attempts.try(right)).toMatchObject({ ok: true });
  });

  test('do not wait for longer because the clock was set back', async () => {
    let now = 1_000_000;
    const attempts = new PassphraseAttempts(() => now);
    for (let times = 0; times < 3; times += 1) await attempts.try(wrong);
    now -= 500_000;
    expect(await attempts.try(right)).toMatchObject({ ok: true });
  });
});

test('a passphrase has 1,000 characters at most', () => {
  expect(passphraseProblem('a'.repeat(1_000))).toBeNull();
  expect(passphraseProblem('a'.repeat(1_001))).toEqual({ code: 'passphrase-too-long', longest: 1_000 });
});
