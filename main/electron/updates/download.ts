import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { Provider } from 'electron-updater/out/providers/Provider.js';
import { CancellationToken, type UpdateInfo } from 'electron-updater/out/types.js';
import type { FoundUpdate } from '../../updates/read-manifest.ts';
import { PackageUpdater } from './package-updater.ts';
import { SourceExecutor } from './source-executor.ts';

/** What a download may take beyond the size of the package, in bytes. */
const spareBytes = 64 * 1024;
const stalledMs = 60_000;

/** The updater of electron-updater for this system. */
export type SystemUpdater = PackageUpdater | NsisUpdater | MacUpdater;

/** Creates the updater for this system; it neither looks for updates by itself nor installs at quit. */
export function createUpdater(cacheFolder: string): SystemUpdater {
  const updater =
    process.platform === 'win32'
      ? new NsisUpdater()
      : process.platform === 'darwin'
        ? new MacUpdater()
        : new PackageUpdater();
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  // It would read a YAML file for this.
  Object.assign(updater, { configOnDisk: { value: Promise.resolve({ updaterCacheDirName: cacheFolder }) } });
  return updater;
}

/**
 * Downloads a package below a URL into the cache; gives its path.
 *
 * Throws `ERR_CHECKSUM_MISMATCH` if it is another one, and the errors of requests and disks. A cancelled one rejects too.
 */
export async function downloadPackage(
  updater: SystemUpdater,
  source: string,
  found: FoundUpdate,
  onBytes: (received: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const token = new CancellationToken();
  let isMisused = false;
  const executor = new SourceExecutor(new URL(source).origin, found.size + spareBytes, () => {
    isMisused = true;
    token.cancel();
  });
  const { version, file: url, sha512, size } = found;
  const info: UpdateInfo = { version, files: [{ url, sha512, size }], path: url, sha512, releaseDate: '' };
  const provider = new SourceProvider(executor, source);
  // In place of its own look for updates, which would believe the server, create an ID and send it.
  Object.assign(updater, { httpExecutor: executor, updateInfoAndProvider: { info, provider } });
  const onProgress = ({ transferred }: { readonly transferred: number }) => onBytes(transferred);
  const watching = watchForStalls(executor, () => token.cancel());
  const stop = () => token.cancel();
  updater.on('download-progress', onProgress);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const [path = ''] = await updater.downloadUpdate(token);
    return path;
  } catch (error) {
    throw isMisused ? Object.assign(new Error('Not the package'), { code: 'ERR_CHECKSUM_MISMATCH' }) : error;
  } finally {
    clearInterval(watching);
    updater.off('download-progress', onProgress);
    signal.removeEventListener('abort', stop);
  }
}

/** The files of a source, for a manifest that was read and verified before. */
class SourceProvider extends Provider<UpdateInfo> {
  readonly #source: string;

  constructor(executor: SourceExecutor, source: string) {
    super({ executor, platform: 'linux', isUseMultipleRangeRequest: false });
    this.#source = source;
  }

  override getLatestVersion(): Promise<UpdateInfo> {
    throw new Error('The manifest is read and verified elsewhere');
  }

  override resolveFiles({ files }: UpdateInfo) {
    return files.map((info) => ({ url: new URL(info.url, this.#source), info }));
  }
}

/** Gives up on a server that sends nothing for a minute; Electron's requests have no timeout of their own. */
function watchForStalls(executor: SourceExecutor, onStall: () => void): NodeJS.Timeout {
  let last = executor.received;
  return setInterval(() => {
    if (executor.received === last) onStall();
    last = executor.received;
  }, stalledMs);
}
