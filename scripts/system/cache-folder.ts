import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The cache folder of this user for downloads, by the conventions of the platform. */
export function cacheFolder(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'ffsm', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ffsm');
  const chosen = environment.XDG_CACHE_HOME;
  // The XDG specification says to ignore relative paths.
  return join(chosen?.startsWith('/') ? chosen : join(home, '.cache'), 'ffsm');
}
