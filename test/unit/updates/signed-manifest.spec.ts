import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSigned, manifestName } from '../../../main/updates/signed-manifest.ts';
import {
  firstKey,
  manifestOf,
  nextKey,
  signatureOf,
  strangeKey,
} from '../../support/updates/signed-manifests.ts';

const keys = [firstKey.publicKey, nextKey.publicKey];
const name = 'latest-linux.yml';
const manifest = manifestOf('1.0.1', []);
const signed = (key = firstKey.privateKey) => signatureOf(name, manifest, key);

describe('The signature of a manifest', () => {
  test('is accepted from either key of the build, alone or beside another line', () => {
    expect(isSigned(name, manifest, signed(), keys)).toBe(true);
    expect(isSigned(name, manifest, `${signed(nextKey.privateKey)}\n`, keys)).toBe(true);
    expect(isSigned(name, manifest, `${signed(strangeKey.privateKey)}\r\n${signed()}\r\n`, keys)).toBe(true);
    expect(isSigned(name, manifest, signed(), [nextKey.publicKey])).toBe(false);
  });

  test('is refused from another key, without a key, and for another name', () => {
    expect(isSigned(name, manifest, signed(strangeKey.privateKey), keys)).toBe(false);
    expect(isSigned(name, manifest, signed(), [])).toBe(false);
    expect(isSigned('latest.yml', manifest, signed(), keys)).toBe(false);
    expect(isSigned('latest-linux-arm64.yml', manifest, signed(), keys)).toBe(false);
  });

  test('is refused if it is no line, a third line, or long', () => {
    for (const text of ['', '\n', 'no', signed().slice(1), `${signed()}=`, `${signed()} `.repeat(20)])
      expect(isSigned(name, manifest, text, keys)).toBe(false);
    const strange = signed(strangeKey.privateKey);
    expect(isSigned(name, manifest, [strange, strange, signed()].join('\n'), keys)).toBe(false);
    expect(isSigned(name, manifest, signed() + ' '.repeat(2_000), keys)).toBe(false);
  });

  test('is refused if any bit of the manifest or of it is changed', () => {
    const signature = Buffer.from(signed(), 'base64');
    const bits = (bytes: Buffer) => fc.tuple(fc.nat(bytes.length - 1), fc.nat(7));
    const flipped = (bytes: Buffer, [at, bit]: readonly [number, number]) => {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ (1 << bit);
      return other;
    };
    fc.assert(fc.property(bits(manifest), (bit) => !isSigned(name, flipped(manifest, bit), signed(), keys)));
    fc.assert(
      fc.property(
        bits(signature),
        (bit) => !isSigned(name, manifest, flipped(signature, bit).toString('base64'), keys),
      ),
    );
  });

  test('is of the manifest that electron-builder writes for this kind of computer', () => {
    expect(manifestName('linux', 'x64')).toBe('latest-linux.yml');
    expect(manifestName('linux', 'arm64')).toBe('latest-linux-arm64.yml');
    expect(manifestName('darwin', 'arm64')).toBe('latest-mac.yml');
    expect(manifestName('win32', 'x64')).toBe('latest.yml');
  });
});
