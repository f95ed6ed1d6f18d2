import type { SaveReason } from '../../contract/core/problem.ts';

const reasons: Readonly<Record<string, SaveReason>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
};

/** The code of a failed file operation, such as `ENOSPC`; null if the error is not from the file system. */
export function diskCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

/** The reason as a code of the contract. An error that is not from the file system is a bug and is thrown again. */
export function saveReason(error: unknown): SaveReason {
  const code = diskCode(error);
  if (code === null) throw error;
  return reasons[code] ?? 'other';
}

/** The file is read-only; a rename would replace it all the same. */
export class ReadOnlyFile extends Error {
  readonly code = 'EACCES';

  constructor() {
    super('The file is closed for writing');
    this.name = 'ClosedFile';
  }
}

/** The disk reported success but did not store all the bytes. */
export class IncompleteWrite extends Error {
  readonly code: 'ENOSPC' | 'EIO';

  constructor(code: 'ENOSPC' | 'EIO') {
    super('The disk did not keep what was written');
    this.name = 'Unfaithful';
    this.code = code;
  }
}
