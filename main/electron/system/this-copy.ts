import { join } from 'node:path';
import { app } from 'electron';
import type { ThisCopy } from '../../about/ipc-handlers.ts';

/** Where this copy is, and what belongs to it. */
export function thisCopy(install: ThisCopy['install'], policyFile: string | null): ThisCopy {
  const inPackage = (file: string) => join(process.resourcesPath, file);
  const inProject = (file: string) => join(app.getAppPath(), file);
  return {
    install,
    dataFolder: app.getPath('userData'),
    policyFile,
    changelog: app.isPackaged ? inPackage('CHANGELOG.md') : inProject('CHANGELOG.md'),
    licenses: app.isPackaged ? inPackage('LICENSES.bundled.txt') : inProject('out/licenses/LICENSES.txt'),
  };
}
