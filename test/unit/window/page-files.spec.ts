import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFiles, readPageFile } from '../../../main/window/page-files.ts';
import { isLoadedLater } from '../../../scripts/build/packed-page-files.ts';
import { type TemporaryFolder, temporaryFolder } from '../../../scripts/system/temporary-folder.ts';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('page-files');
});
afterAll(() => folder.remove());

describe('the files of the page', () => {
  test('are requested by their names, compressed or not', { tags: ['row-144'] }, () => {
    const files = pageFiles(['window-1a2b.js', 'dialogs-3c4d.js.br']);
    expect([...files]).toEqual([
      ['/index.html', '/index.html'],
      ['/quick-access.html', '/quick-access.html'],
      ['/toolbar.html', '/toolbar.html'],
      ['/consent.html', '/consent.html'],
      ['/assets/window-1a2b.js', '/assets/window-1a2b.js'],
      ['/assets/dialogs-3c4d.js', '/assets/dialogs-3c4d.js.br'],
    ]);
    expect(files.has('/assets/dialogs-3c4d.js.br')).toBe(false);
  });

  test('are unpacked when they are read', async () => {
    const path = join(folder.path, 'dialogs.js.br');
    await writeFile(path, brotliCompressSync('export const words = "слова";'));
    expect((await readPageFile(path)).toString('utf8')).toBe('export const words = "слова";');
    const plain = join(folder.path, 'window.js');
    await writeFile(plain, 'export {};');
    expect((await readPageFile(plain)).toString('utf8')).toBe('export {};');
  });

  test('are refused if they are damaged or larger than any of the page', async () => {
    const path = join(folder.path, 'large.js.br');
    await writeFile(path, brotliCompressSync(Buffer.alloc(5_000_000, 32)));
    await expect(readPageFile(path)).rejects.toThrow(/larger/);
    await writeFile(path, 'not compressed');
    await expect(readPageFile(path)).rejects.toThrow();
    await expect(readPageFile(join(folder.path, 'missing.js.br'))).rejects.toThrow(/ENOENT/);
  });

  test('are compressed unless the first picture needs them', () => {
    const page =
      '<script type="module" src="./assets/index-1.js"></script><link href="./assets/window-2.css">';
    const later = (name: string) => isLoadedLater(`assets/${name}`, page);
    expect(['dialogs-3.js', 'dialogs-3.css', 'ru-5.js'].map(later)).toEqual([true, true, true]);
    expect(['index-1.js', 'window-2.css', 'en-4.js', 'inter-6.woff2'].map(later)).toEqual([
      ...[false, false, false, false],
    ]);
  });
});
