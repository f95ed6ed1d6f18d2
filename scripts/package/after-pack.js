import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Tidies an unpacked Electron as electron-builder tidies only one that it downloaded itself. */
export async function afterPack({ appOutDir, packager }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
  // Without a name of its own, Electron's licence would look like the app's.
  await rename(join(appOutDir, 'LICENSE'), join(appOutDir, 'LICENSE.electron.txt')).catch(() => undefined);
}
