import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { app, systemPreferences } from 'electron';
import type { PolicyFound } from '../policy/policy.ts';
import { loadPolicy, policyPath, readPreferences } from '../policy/policy-file.ts';
import { parseRegistry, registryKey } from '../policy/registry-policy.ts';
import { isForTests } from './launch-guard.ts';

/** Limit for the program that reads the registry, in ms. */
const registryMs = 3_000;

/** Looks for the policy of this computer; on Windows that of the registry is missing. */
export function findPolicy(): PolicyFound {
  const { platform, env, getuid } = process;
  const root = getuid === undefined ? null : [0];
  // SECURITY: only a build for tests reads another file than that of administrators (0030).
  if (env.FFSM_POLICY_FILE && (!app.isPackaged || isForTests()))
    return loadPolicy(env.FFSM_POLICY_FILE, { owners: root && [...root, process.getuid?.() ?? 0] });
  const preferences = platform === 'darwin' ? systemPreferences.getUserDefault('Policy', 'dictionary') : {};
  return readPreferences(preferences) ?? loadPolicy(policyPath(platform, env), { owners: root });
}

/** Looks for the policy of this computer with the registry of Windows, which a program has to read. */
export async function findWholePolicy(found: PolicyFound): Promise<PolicyFound> {
  const { platform, env } = process;
  if (platform !== 'win32') return found;
  const program = join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  try {
    const options = { timeout: registryMs, windowsHide: true };
    const { stdout } = await promisify(execFile)(program, ['query', registryKey, '/s'], options);
    return loadPolicy(policyPath(platform, env), { owners: null, registry: parseRegistry(stdout) });
  } catch {
    // The key is missing, or the program is blocked.
    return found;
  }
}

/** The name that the person has on this computer. */
export function systemUserName(): string {
  try {
    return userInfo().username;
  } catch {
    // The system knows no name of this user.
    return 'user';
  }
}
