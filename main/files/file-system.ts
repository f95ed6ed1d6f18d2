import fs from 'node:fs/promises';

/** The file operations that saved files use, so that tests can make each of them fail. */
export type FileSystem = Pick<
  typeof fs,
  'chmod' | 'copyFile' | 'link' | 'lstat' | 'mkdir' | 'open' | 'readdir' | 'rename' | 'stat' | 'unlink'
>;

/** The file system of this computer. */
export const realDisk: FileSystem = fs;
