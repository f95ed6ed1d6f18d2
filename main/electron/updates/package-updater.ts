import { AppUpdater, type DownloadUpdateOptions } from 'electron-updater/out/AppUpdater.js';
import type { SourceExecutor } from './source-executor.ts';

/**
 * Downloads whole packages for Linux, with the cache of electron-updater.
 *
 * Its own classes for AppImage, deb and rpm also install, by removing the app first and through a shell as root; none of
 * that is in the bundle.
 */
export class PackageUpdater extends AppUpdater {
  /** Set by `downloadPackage`; the types of electron-updater leave it out. */
  declare readonly httpExecutor: SourceExecutor;

  constructor() {
    super(null);
  }

  protected override doDownloadUpdate(options: DownloadUpdateOptions) {
    const { info, provider } = options.updateInfoAndProvider;
    const [fileInfo] = provider.resolveFiles(info);
    if (!fileInfo) throw new Error('No package');
    return this.executeDownload({
      fileExtension: fileInfo.info.url.replace(/^.*\./, ''),
      fileInfo,
      downloadUpdateOptions: options,
      task: (file, request) => this.httpExecutor.download(fileInfo.url, file, request),
      done: async () => undefined,
    });
  }

  override quitAndInstall(): void {
    throw new Error('Packages for Linux are installed by the installer of the app');
  }
}
