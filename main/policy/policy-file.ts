import { lstatSync } from 'node:fs';
import { isPlainObject } from '../../contract/message-size.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import type { PolicyFound } from './policy.ts';
import { plainValues } from './policy-names.ts';
import { checkPolicy, maxPolicySize, type ReadPolicy, readPolicy } from './policy-schema.ts';
import { type RegistryPolicy, registryKey } from './registry-policy.ts';

/** Where the policy file of this computer is; people without administrator rights cannot write there. */
export function policyPath(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return `${env.ProgramData ?? 'C:\\ProgramData'}\\FindFace Session Manager\\policy.json`;
  if (platform === 'darwin') return '/Library/Application Support/FindFace Session Manager/policy.json';
  return '/etc/findface-session-manager/policy.json';
}

/** What decides how a policy file is read. */
interface Reading {
  /** The user IDs to which it may belong; null on Windows, where files have no such ID. */
  readonly owners: readonly number[] | null;
  /** The values of Windows' registry. */
  readonly registry?: RegistryPolicy | null;
}

/** Reads the policy file synchronously, for the start of the app. */
export function loadPolicy(file: string, { owners, registry = null }: Reading): PolicyFound {
  const broken = (where: string): PolicyFound => ({ kind: 'broken', file, where, isFile: true });
  const found = readSmallFile(file, maxPolicySize);
  if (found.kind === 'strange') return broken('type or size');
  if (found.kind === 'unreadable') {
    if (!isMissing(file, found.code)) return broken(found.code);
    return registry ? located(registryKey, readPolicy('{"version":1}', registry)) : { kind: 'none' };
  }
  // SECURITY: what anybody on this computer could have written is no policy (0030).
  if (owners && !owners.includes(found.stats.uid)) return broken('owner');
  if (owners && (found.stats.mode & 0o022) !== 0) return broken('permissions');
  return located(file, readPolicy(found.text, registry));
}

/** The managed preferences of macOS; null if they hold no policy. */
export function readPreferences(raw: Readonly<Record<string, unknown>>): PolicyFound | null {
  if (Object.keys(raw).length === 0) return null;
  const part = (name: string) => (isPlainObject(raw[name]) ? { [name]: plainValues(raw[name]) } : {});
  return located('app.ffsm.desktop', checkPolicy({ ...raw, ...part('defaults'), ...part('locked') }));
}

function located(file: string, read: ReadPolicy): PolicyFound {
  return { ...read, file };
}

/** A link that leads nowhere is a mistake of an administrator, not a computer without a policy. */
function isMissing(file: string, code: string | null): boolean {
  if (code === 'ENOTDIR') return true;
  return code === 'ENOENT' && lstatSync(file, { throwIfNoEntry: false }) === undefined;
}
