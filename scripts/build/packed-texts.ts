import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { projectRoot } from '../system/project-root.ts';

const compress = promisify(brotliCompress);
const prefix = '\0packed-texts/';

/**
 * Main's texts, compressed to a quarter of their size. Main needs few of them, and each only when it has something to say;
 * unpacking the largest takes half a millisecond.
 */
export const packedTexts: Plugin = {
  name: 'packed-texts',
  apply: 'build',
  enforce: 'pre',
  resolveId(source) {
    const [, file] = /locales\/(\w+\/\w+)\.json$/.exec(source) ?? [];
    return file === undefined ? null : prefix + file;
  },
  async load(id) {
    if (!id.startsWith(prefix)) return null;
    const file = join(projectRoot, 'contract/locales', `${id.slice(prefix.length)}.json`);
    const texts: unknown = JSON.parse(await readFile(file, 'utf8'));
    const plain = Buffer.from(JSON.stringify(texts));
    const packed = await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return `import { brotliDecompressSync } from 'node:zlib';
export default JSON.parse(brotliDecompressSync(Buffer.from('${packed.toString('base64')}', 'base64')).toString());`;
  },
};
