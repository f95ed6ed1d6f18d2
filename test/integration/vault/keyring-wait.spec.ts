import { describe, expect, test } from 'vitest';
import { announcedCipher } from '../../../main/vault/crypto/announced-cipher.ts';
import type { Cipher } from '../../../main/vault/crypto/cipher.ts';
import { KeyringTimeout } from '../../../main/vault/crypto/keyring-timeout.ts';
import { operator } from '../../emulator/default-users.ts';
import { test as desks } from '../../support/headless-app.ts';
import { FakeCipher } from '../../support/vault/fake-cipher.ts';

/** A keyring that answers when a test says so. */
function slowCipher(blocks: boolean) {
  let answer: () => void = () => undefined;
  let asked = 0;
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const real = new FakeCipher();
  const slow: Cipher = {
    platform: 'linux',
    blocks,
    isReady: async () => {
      asked += 1;
      await until;
      return true;
    },
    wrap: (text) => real.wrap(text),
    unwrap: (bytes) => real.unwrap(bytes),
    sealer: () => 'gnome-keyring',
    missing: () => 'gnome-keyring',
  };
  return { slow, answer: () => answer(), asked: () => asked };
}

describe('a slow keyring', () => {
  for (const blocks of [false, true])
    test(`is named while it is waited for (blocks: ${blocks})`, async () => {
      const { slow, answer, asked } = slowCipher(blocks);
      const told: unknown[] = [];
      const cipher = announcedCipher(slow, (awaited) => told.push([awaited, asked()]));
      const ready = cipher.isReady();
      expect(told).toEqual([['gnome-keyring', 0]]);
      if (blocks) expect(asked(), 'the window draws it first').toBe(0);
      await expect.poll(asked).toBe(1);
      answer();
      expect(await ready).toBe(true);
      expect(told.at(-1)).toEqual([null, 1]);
    });

  test('times out, and its late answer is reported', async () => {
    const patience = new KeyringTimeout(1);
    let late = 0;
    patience.onLate(() => {
      late += 1;
    });
    let answer: (value: string) => void = () => undefined;
    const waited = patience.wait(
      new Promise<string>((resolve) => {
        answer = resolve;
      }),
    );
    await expect(waited).rejects.toThrow('temporarily unavailable');
    answer('key');
    await expect.poll(() => late).toBe(1);
    expect(await patience.wait(Promise.resolve('in time'))).toBe('in time');
    expect(late).toBe(1);
  });

  test('has a longer timeout if a person asked for it', async () => {
    const patience = new KeyringTimeout(1);
    const slow = new Promise<string>((resolve) => setTimeout(resolve, 50, 'key'));
    expect(await patience.asked(() => patience.wait(slow))).toBe('key');
  });
});

describe('an app whose keyring never answers', () => {
  desks(
    'goes on with tokens in memory, and takes the late answer',
    { tags: ['row-101'] },
    async ({ app: first, server }) => {
      const kept = await first.add({ address: server.base, name: 'Airport' }, operator.password);
      first.cipher.mood = 'waits';
      const app = await first.restart();
      expect(app.parts.live.read()).toMatchObject({
        storage: { kind: 'memory-only', reason: 'keyring-locked' },
        keyringAwaited: 'secret-service',
      });
      const fresh = await app.add({ address: server.base, name: 'Harbour' }, operator.password);
      expect(app.row(fresh).session).toMatchObject({ phase: 'active', secret: 'memory' });
      expect(app.row(kept).session).toMatchObject({ secret: 'unreadable' });

      app.cipher.answerAll();
      await expect.poll(() => app.parts.live.read().storage.kind).toBe('sealed');
      await expect.poll(() => app.row(fresh).session).toMatchObject({ secret: 'sealed' });
      expect(app.row(kept).session).toMatchObject({ secret: 'sealed' });
      await expect.poll(() => app.parts.live.read().keyringAwaited).toBeNull();
    },
  );
});
