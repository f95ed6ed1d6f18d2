import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller files are not worth unpacking, in bytes. */
const minSize = 4_096;

/** Whether a window shows its first picture without this file; `page` is the text of `index.html`. */
export function isLoadedLater(file: string, page: string): boolean {
  // The texts of the other languages are unpacked ahead of a start in one of them, which takes a millisecond.
  const isEnglish = /\/en-[\w-]+\.js$/.test(file);
  return /\.(js|css)$/.test(file) && !page.includes(file) && !isEnglish;
}

/**
 * Stores the scripts and styles that the page loads later compressed, as `NAME.br`; `main/window/page-files.ts` unpacks
 * them. Runs when everything is written, since other plugins still change the scripts before.
 */
export const packedPageFiles: Plugin = {
  name: 'packed-page-files',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const page = await readFile(join(dir, 'index.html'), 'utf8');
    for (const file of Object.keys(bundle).filter((name) => isLoadedLater(name, page))) {
      const path = join(dir, file);
      const bytes = await readFile(path);
      if (bytes.length < minSize) continue;
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
      await rm(path);
    }
  },
};
