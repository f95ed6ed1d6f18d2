import { isAbsolute } from 'node:path';
import * as v from 'valibot';
import { isProfileId, type ProfileId } from '../../contract/profiles/profile.ts';
import {
  isLiveFileId,
  type LiveFile,
  type LiveFileId,
  liveFileFormats,
  liveFileKinds,
  maxAllLiveFiles,
} from '../../contract/sessions/live-files.ts';
import { type FileFormat, versionedJsonFormat } from '../files/file-format.ts';

/** A live file as it is saved. */
export interface SavedLiveFile extends Pick<LiveFile, 'id' | 'profileId' | 'kind' | 'format' | 'path'> {
  /** Which server and user the person has confirmed: what `reachOf` says of the profile. */
  readonly reach: string;
  /** Of a regular file: the SHA-256 of its content and of what may have replaced it; else empty. */
  readonly marks: readonly string[];
}

/** Maximum length of a path, in characters. */
export const maxPathLength = 4_000;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const stored = versionedJsonFormat({
  fmt: 'ffsm-live-files',
  version: 1,
  largest: 200_000,
  schema: v.object({
    fmt: v.literal('ffsm-live-files'),
    v: v.literal(1),
    minReader: v.literal(1),
    files: v.pipe(
      v.array(
        v.strictObject({
          id: v.custom<LiveFileId>(isLiveFileId),
          profileId: v.custom<ProfileId>(isProfileId),
          kind: v.picklist(liveFileKinds),
          format: v.picklist(liveFileFormats),
          path: v.pipe(v.string(), v.maxLength(maxPathLength), v.check(isAbsolute)),
          reach: sha256,
          marks: v.pipe(v.array(sha256), v.maxLength(2)),
        }),
      ),
      v.maxLength(maxAllLiveFiles),
    ),
  }),
});

/** The format of `live-files.json`. */
export const liveFilesFormat: FileFormat<readonly SavedLiveFile[]> = {
  largest: stored.largest,
  read: (text) => {
    const parsed = stored.read(text);
    return parsed.kind === 'good' ? { kind: 'good', value: parsed.value.files } : { kind: parsed.kind };
  },
  write: (files) =>
    stored.write({
      fmt: 'ffsm-live-files',
      v: 1,
      minReader: 1,
      files: files.map((file) => ({ ...file, marks: [...file.marks] })),
    }),
};
