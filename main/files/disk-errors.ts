import type { SaveReason } from '../../contract/core/problem.ts';

const reasons: Readonly<Record<string, SaveReason>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
};

/** The name the system gives a failed disk call, such as `ENOSPC`, or null if the disk did not cause the error. */
export function diskCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

/** Why the disk refused, in the words of the contract. An error that the disk did not cause is a bug and is thrown on. */
export function saveReason(error: unknown): SaveReason {
  const code = diskCode(error);
  if (code === null) throw error;
  return reasons[code] ?? 'other';
}

/** A file that a person closed for writing; a rename would not ask. */
export class ReadOnlyFile extends Error {
  readonly code = 'EACCES';

  constructor() {
    super('The file is closed for writing');
    this.name = 'ClosedFile';
  }
}

/** The disk took a file without an error, but not as it was given. */
export class IncompleteWrite extends Error {
  readonly code: 'ENOSPC' | 'EIO';

  constructor(code: 'ENOSPC' | 'EIO') {
    super('The disk did not keep what was written');
    this.name = 'Unfaithful';
    this.code = code;
  }
}
