import type { BuiltInFormat } from '../core/copy-format.ts';
import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { ProfileId, ProfileRequest } from '../profiles/profile.ts';

/** The formats of live files. */
export const liveFileFormats = [
  'env',
  'json',
  'postman',
  'bruno',
] as const satisfies readonly BuiltInFormat[];
export type LiveFileFormat = (typeof liveFileFormats)[number];

/**
 * `ask`: a named pipe; a person is asked at each program that reads it for the first time. `note`: a named pipe that every
 * program may read; reads are only noted. `file`: a regular file that holds the token in the clear.
 */
export const liveFileKinds = ['ask', 'note', 'file'] as const;
export type LiveFileKind = (typeof liveFileKinds)[number];

/** Maximum number of live files, of one profile and of all. */
export const maxLiveFiles = 4;
export const maxAllLiveFiles = 16;

/** The ID of a live file: 12 hexadecimal digits. */
export type LiveFileId = string;

/** Whether a value can be the ID of a live file. */
export function isLiveFileId(raw: unknown): raw is LiveFileId {
  return typeof raw === 'string' && /^[0-9a-f]{12}$/.test(raw);
}

/**
 * Why a live file does not work: it was removed, something else is in its place, others can change its folder, or the
 * disk refused.
 */
export type LiveFileFailure = 'gone' | 'foreign' | 'folder-open' | 'disk';

/** What a live file does. */
export type LiveFileState =
  /** A pipe waits for a reader; a regular file holds the token. */
  | { readonly kind: 'ready' }
  /** There is no session that may be used: readers get nothing, a regular file holds no token. */
  | { readonly kind: 'empty' }
  /** A person is asked about a reader. */
  | { readonly kind: 'asking'; readonly program: string }
  | { readonly kind: 'stopped'; readonly why: LiveFileFailure };

/** The last read of a pipe. */
export interface LiveFileRead {
  readonly at: EpochMs;
  /** The name of the program; empty if it is not known. */
  readonly program: string;
  /** Whether it got the token. */
  readonly given: boolean;
}

/** A file in which other programs find the token of a profile, as long as it is logged in. */
export interface LiveFile {
  readonly id: LiveFileId;
  readonly profileId: ProfileId;
  readonly kind: LiveFileKind;
  readonly format: LiveFileFormat;
  readonly path: string;
  readonly state: LiveFileState;
  /** Null if there was none, and for regular files, whose readers are not known. */
  readonly lastRead: LiveFileRead | null;
}

/** Why a reader of a pipe got nothing. */
export type ReadRefusal = 'not-permitted' | 'several-readers' | 'locked' | 'no-session';

/** Why a live file was removed. */
export type LiveFileEnd = 'asked' | 'removed' | 'edited';

/** Why the token was taken out of a regular file. */
export type LiveFileEmptied = 'lock' | 'quit' | 'session-ended' | 'crash';

interface LiveFileRequest {
  readonly fileId: LiveFileId;
}

/** The calls about live files. */
export interface LiveFileCalls {
  /** Adds a live file at a place that a person chooses and confirms. False: not chosen, or not confirmed. */
  addLiveFile(
    request: ProfileRequest & { readonly kind: LiveFileKind; readonly format: LiveFileFormat },
  ): Promise<Result<boolean>>;
  /** Looks whether the live files of a profile are still in their places. */
  lookAtLiveFiles(request: ProfileRequest): Promise<Result>;
  /** Makes a live file again that does not work. */
  mendLiveFile(request: LiveFileRequest): Promise<Result>;
  /** Opens the folder of a live file in the system's file manager. */
  showLiveFile(request: LiveFileRequest): Promise<Result>;
  /** Empties a live file and removes it. */
  removeLiveFile(request: LiveFileRequest): Promise<Result>;
}
