import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of this user in which the scripts keep what is slow to get, by the habits of each system. */
export function cacheFolder(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'ffsm', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ffsm');
  const chosen = environment.XDG_CACHE_HOME;
  // The XDG rules say that a relative path is to be ignored.
  return join(chosen?.startsWith('/') ? chosen : join(home, '.cache'), 'ffsm');
}
