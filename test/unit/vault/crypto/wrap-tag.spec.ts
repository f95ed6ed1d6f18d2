import { describe, expect, test } from 'vitest';
import { isStrong, mayPass, readWrapTag } from '../../../../main/vault/crypto/wrap-tag.ts';

const wrapped = (tag: string) => Buffer.from(`${tag}ciphertext`);

describe('a ciphertext of the system', () => {
  const strong: readonly [string, 'linux' | 'darwin' | 'win32', boolean][] = [
    ['v10', 'linux', false],
    ['v11', 'linux', true],
    ['v12', 'linux', true],
    ['v10', 'darwin', true],
    ['v10', 'win32', true],
    ['v11', 'win32', false],
    ['v13', 'linux', false],
    ['', 'linux', false],
    ['', 'darwin', false],
  ];
  for (const [tag, platform, isIt] of strong) {
    test(`and marked ${tag || 'with nothing'} is ${isIt ? '' : 'not '}protected on ${platform}`, () => {
      expect(isStrong(wrapped(tag), platform)).toBe(isIt);
    });
  }

  test('is recognized by its tag alone', () => {
    expect(readWrapTag(wrapped('v11'))).toBe('v11');
    expect(readWrapTag(Buffer.from('v1'))).toBeNull();
    expect(readWrapTag(Buffer.alloc(0))).toBeNull();
  });
});

describe('a keyring that fails', () => {
  const messages: readonly [string, boolean][] = [
    ['safeStorage is temporarily unavailable. Please try again.', true],
    [
      'Error while decrypting the ciphertext provided to safeStorage.decryptString. Decryption is not available.',
      true,
    ],
    ['safeStorage cannot be used before app is ready', true],
    ['Error while decrypting the ciphertext provided to safeStorage.decryptString.', false],
    ['Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync', false],
    ['', false],
  ];
  for (const [message, passes] of messages) {
    test(`with ${JSON.stringify(message)} ${passes ? 'may work later' : 'will not work later'}`, () => {
      expect(mayPass(new Error(message))).toBe(passes);
    });
  }

  test('without an error to tell by will not work later', () => {
    expect(mayPass('temporarily unavailable')).toBe(false);
    expect(mayPass(undefined)).toBe(false);
  });
});
