import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../contract/settings.ts';
import {
  type AtQuit,
  allowsPicture,
  pictureAtQuit,
  pictureKey,
} from '../../../main/first-picture/picture-rules.ts';
import { type PolicyServer, policyInForce } from '../../../main/policy/policy.ts';

const list = { sortOrder: 'name', groupBy: 'none', expiringMs: 1 } as const;
const none = policyInForce({ kind: 'none' });

describe('a first picture', () => {
  test('is used only for the version, files, order and counts it was taken of', () => {
    const hashes = { profiles: 'a', vault: 'b' };
    const keys = [
      pictureKey('1.0.0', hashes, list),
      pictureKey('1.0.1', hashes, list),
      pictureKey('1.0.0', { ...hashes, profiles: 'c' }, list),
      pictureKey('1.0.0', { ...hashes, vault: 'c' }, list),
      pictureKey('1.0.0', { ...hashes, vault: null }, list),
      pictureKey('1.0.0', hashes, { ...list, sortOrder: 'recent' }),
      pictureKey('1.0.0', hashes, { ...list, groupBy: 'tag' }),
      pictureKey('1.0.0', hashes, { ...list, expiringMs: 2 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(pictureKey('1.0.0', { ...hashes }, { ...list })).toBe(keys[0]);
  });

  test('is not for a window that is locked at quit, nor for a policy with servers', () => {
    expect(allowsPicture(defaultSettings, none)).toBe(true);
    expect(allowsPicture({ ...defaultSettings, lockOnQuit: true }, none)).toBe(false);
    expect(allowsPicture(defaultSettings, { ...none, servers: [{} as PolicyServer] })).toBe(false);
  });

  const quit: AtQuit = {
    allowed: true,
    locked: false,
    storage: { kind: 'sealed', by: 'gnome-keyring', passphrase: false },
    needsPassphrase: false,
    rowCount: 300,
    profilesHash: 'a',
  };

  test.each<[string, Partial<AtQuit>, ReturnType<typeof pictureAtQuit>]>([
    ['is taken of a long list', {}, 'take'],
    ['is not worth its place with a short list', { rowCount: 299 }, 'remove'],
    ['is not taken if it is not allowed', { allowed: false }, 'remove'],
    ['is not taken of a locked window', { locked: true }, 'remove'],
    ['is not taken if only a passphrase opens the vault', { needsPassphrase: true }, 'remove'],
    ['is not taken of what could not be saved', { profilesHash: null }, 'remove'],
    ['stays if the vault was not opened yet', { storage: { kind: 'opening' } }, 'leave'],
    [
      'goes with a lock before the vault was opened',
      { storage: { kind: 'opening' }, locked: true },
      'remove',
    ],
  ])('%s', (_, part, decision) => {
    expect(pictureAtQuit({ ...quit, ...part })).toBe(decision);
  });
});
