import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions, type InstalledCopy, readManifest } from '../../../main/updates/read-manifest.ts';
import { listedFile, manifestOf } from '../../support/updates/signed-manifests.ts';

const copy: InstalledCopy = { kind: 'app-image', arch: 'x64', version: '1.0.0' };
const source = 'https://mirror.example/';
const content = Buffer.from('a package');
const files = [
  'x86_64.AppImage',
  'arm64.AppImage',
  'amd64.deb',
  'x86_64.rpm',
  'x64.exe',
  'universal.zip',
].map((end) => listedFile(`findface-session-manager-1.0.1-linux-${end}`, content));
const read = (manifest: Uint8Array, as: Partial<InstalledCopy> = {}) =>
  readManifest(manifest, { ...copy, ...as }, source);
const broken = { ok: false, problem: { code: 'update-manifest-broken', source } };

describe('A signed manifest', () => {
  test('offers the package of this kind and processor', () => {
    const manifest = manifestOf('1.0.1', files, { releaseDate: '2026-11-27T10:00:00.000Z', path: 'x' });
    expect(read(manifest)).toEqual({
      ok: true,
      value: {
        version: '1.0.1',
        releasedAt: Date.UTC(2026, 10, 27, 10),
        file: 'findface-session-manager-1.0.1-linux-x86_64.AppImage',
        size: content.length,
        sha512: files[0]?.sha512,
      },
    });
    const file = (as: Partial<InstalledCopy>) => {
      const found = read(manifest, as);
      return found.ok ? found.value?.file.replace(/.*-/, '') : found.problem.code;
    };
    expect(file({ arch: 'arm64' })).toBe('arm64.AppImage');
    expect(file({ kind: 'deb' })).toBe('amd64.deb');
    expect(file({ kind: 'rpm' })).toBe('x86_64.rpm');
    expect(file({ kind: 'windows-installer' })).toBe('x64.exe');
    expect(file({ kind: 'macos', arch: 'arm64' })).toBe('universal.zip');
    expect(file({ kind: 'deb', arch: 'arm64' })).toBe('update-package-missing');
    expect(file({ kind: 'archive' })).toBe('update-package-missing');
  });

  test('never offers the package of another kind, or one of two', () => {
    const missing = { ok: false, problem: { code: 'update-package-missing', version: '1.0.1' } };
    expect(read(manifestOf('1.0.1', [listedFile('setup.exe', content)]))).toEqual(missing);
    expect(
      read(manifestOf('1.0.1', [listedFile('portable.exe', content)]), { kind: 'windows-installer' }),
    ).toEqual(missing);
    const two = [listedFile('one.AppImage', content), listedFile('two.AppImage', content)];
    expect(read(manifestOf('1.0.1', two))).toEqual(missing);
    expect(read(manifestOf('1.0.1', []))).toEqual(missing);
  });

  test('is refused if it is older, and is no update if it is of this version', () => {
    const older = (offered: string, current: string) => ({
      ok: false,
      problem: { code: 'update-older', offered, current },
    });
    expect(read(manifestOf('0.9.9', files))).toEqual(older('0.9.9', '1.0.0'));
    expect(read(manifestOf('1.9.0', files), { version: '1.10.0' })).toEqual(older('1.9.0', '1.10.0'));
    expect(read(manifestOf('1.0.0', files))).toEqual({ ok: true, value: null });
    expect(read(manifestOf('1.0.0', files), { version: '1.0.0-beta.2' })).toMatchObject({
      value: { version: '1.0.0' },
    });
    expect(read(manifestOf('0.9.9', files), { version: '1.0.0-beta.2' }).ok).toBe(false);
  });

  test('orders versions by their numbers', () => {
    const number = fc.nat(99_999);
    const version = fc.tuple(number, number, number);
    fc.assert(
      fc.property(version, version, (one, other) => {
        const expected = one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
        return Math.sign(compareVersions(one.join('.'), other.join('.'))) === Math.sign(expected);
      }),
    );
  });

  test('is broken if its version is not three plain numbers', () => {
    for (const version of [
      '1.0',
      '1.0.1-beta',
      'v1.0.1',
      '01.0.1',
      '1.0.1\n',
      '1e9.0.0',
      '9999999.0.0',
      '../1.0.1',
      '',
    ])
      expect(read(manifestOf(version, files))).toEqual(broken);
  });

  test('is broken if a file has a path, a strange hash or a strange size', () => {
    const names = [
      '../x.AppImage',
      '/x.AppImage',
      'a/b.AppImage',
      'a\\b.AppImage',
      'file:x.AppImage',
      '.AppImage',
    ];
    const more = [
      'http://evil.example/x.AppImage',
      'x y.AppImage',
      'x%2f.AppImage',
      '-x.AppImage',
      'x\0.AppImage',
    ];
    for (const url of [...names, ...more])
      expect(read(manifestOf('1.0.1', [listedFile(url, content)]))).toEqual(broken);
    const good = listedFile('x.AppImage', content);
    for (const wrong of [
      ...[{ sha512: '' }, { sha512: 'x'.repeat(88) }, { sha512: null }],
      ...[{ size: 0 }, { size: -1 }, { size: 1.5 }, { size: 2e9 }, { size: '9' }, { size: undefined }],
    ])
      expect(read(manifestOf('1.0.1', [{ ...good, ...wrong }]))).toEqual(broken);
    expect(read(manifestOf('1.0.1', Array(21).fill(good)))).toEqual(broken);
  });

  test('is broken, and never an exception, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(Buffer.from)), (bytes) => {
        const found = read(bytes);
        return !found.ok && found.problem.code === 'update-manifest-broken';
      }),
    );
    expect(read(Buffer.from('version: 1.0.1\nfiles: []\n'))).toEqual(broken);
    expect(read(Buffer.from('{"version":"1.0.1","files":[],"__proto__":{"version":1}}')).ok).toBe(false);
  });
});
