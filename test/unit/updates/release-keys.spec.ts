import { describe, expect, test } from 'vitest';
import { readReleaseKeys, releaseKeyText } from '../../../main/updates/release-keys.ts';
import { firstKey, nextKey } from '../../support/updates/signed-manifests.ts';

const [first, next] = [releaseKeyText(firstKey.publicKey), releaseKeyText(nextKey.publicKey)];

describe('The release keys of a build', () => {
  test('are one or two public keys of 32 bytes', () => {
    expect(readReleaseKeys([first, next]).map(releaseKeyText)).toEqual([first, next]);
    expect(readReleaseKeys([first])).toHaveLength(1);
    expect(Buffer.from(first, 'base64')).toHaveLength(32);
  });

  test('are none if there is any strange one', () => {
    for (const raw of [
      undefined,
      null,
      {},
      first,
      [],
      [first, 'no'],
      [first, next, first],
      [7],
      [first.slice(4)],
    ])
      expect(readReleaseKeys(raw)).toEqual([]);
  });
});
