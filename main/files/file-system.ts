import fs from 'node:fs/promises';

/** The disk as a kept file uses it, so that a test can break each step. */
export type FileSystem = Pick<
  typeof fs,
  'chmod' | 'copyFile' | 'link' | 'lstat' | 'mkdir' | 'open' | 'readdir' | 'rename' | 'stat' | 'unlink'
>;

/** The disk of this computer. */
export const realDisk: FileSystem = fs;
