import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DurableFile, type DurableFileOptions } from '../../../main/files/durable-file.ts';
import type { FileFormat } from '../../../main/files/file-format.ts';

/** A minimal format: `v1 <lines>` is complete only with its last word, and `v2` is a newer version. */
export const lines: FileFormat<string> = {
  largest: 1_000_000,
  read: (text) => {
    if (text.startsWith('v2 ')) return { kind: 'newer' };
    const found = /^v1 (.*) end$/s.exec(text);
    return found?.[1] === undefined ? { kind: 'corrupt' } : { kind: 'good', value: found[1] };
  },
  write: (value) => `v1 ${value} end`,
};

/** A durable file of lines in a folder. */
export function fileIn(folder: string, options: DurableFileOptions = {}): DurableFile<string> {
  return new DurableFile(join(folder, 'lines.txt'), lines, options);
}

/** The content of a file in the folder; null if it does not exist. */
export async function contentOf(folder: string, name: string): Promise<string | null> {
  return readFile(join(folder, name), 'utf8').catch(() => null);
}

/** The side files in the folder. */
export async function sidesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name !== 'lines.txt' && name !== 'lines.txt.bak').sort();
}
