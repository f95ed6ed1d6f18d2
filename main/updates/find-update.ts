import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { UpdateProblem } from '../../contract/core/update-problem.ts';
import { readChosenFile } from '../files/chosen-file.ts';
import { type FoundUpdate, type InstalledCopy, readManifest } from './read-manifest.ts';
import { isSigned, largestManifest, largestSignature, manifestName } from './signed-manifest.ts';
import { sourceText, type UpdateSource } from './update-source.ts';

/** Reads a file of the source of at most `largest` bytes; null: there is none. */
export type ReadFile = (name: string, largest: number) => Promise<Result<Uint8Array | null, UpdateProblem>>;

/**
 * Looks for a newer version in a source: reads the manifest and its signature, and nothing else.
 *
 * Gives null if there is nothing newer.
 */
export async function findUpdate(
  source: UpdateSource,
  read: ReadFile,
  copy: InstalledCopy & { readonly platform: NodeJS.Platform },
  keys: readonly KeyObject[],
): Promise<Result<FoundUpdate | null, UpdateProblem>> {
  const where = sourceText(source);
  const name = manifestName(copy.platform, copy.arch);
  const manifest = await read(name, largestManifest);
  if (!manifest.ok) return manifest;
  if (!manifest.value) return fail({ code: 'update-source-unreachable', source: where });
  const signature = await read(`${name}.sig`, largestSignature);
  if (!signature.ok) return signature;
  if (!signature.value) return fail({ code: 'update-not-signed', source: where });
  // SECURITY: verified before the manifest is even parsed, and before any package is downloaded (0029).
  if (!isSigned(name, manifest.value, Buffer.from(signature.value).toString('latin1'), keys))
    return fail({ code: 'update-signature-wrong', source: where });
  return readManifest(manifest.value, copy, where);
}

/** Reads the files of a folder. */
export function folderReader(folder: string): ReadFile {
  return async (name, largest) => {
    const found = await readChosenFile(join(folder, name), largest);
    if (found.kind === 'read') return ok(found.bytes);
    if (found.kind === 'too-large') return fail({ code: 'update-manifest-broken', source: folder });
    return ok(null);
  };
}
