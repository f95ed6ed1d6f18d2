import type { FileFormat } from '../../../main/files/file-format.ts';

const filler = 'x'.repeat(60_000);

/** Numbered states of 60 KB each, so that writing one takes some time. */
export const generations: FileFormat<number> = {
  largest: 1_000_000,
  read: (text) => {
    const found = /^(\d+) x+ end$/.exec(text);
    return found ? { kind: 'good', value: Number(found[1]) } : { kind: 'corrupt' };
  },
  write: (value) => `${value} ${filler} end`,
};
