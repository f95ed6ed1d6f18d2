import { posix } from 'node:path';
import type { InstallKind } from '../../contract/installation/about.ts';
import type { UpdateSupport } from '../../contract/installation/updates.ts';

/** What tells how this copy was installed. */
export interface InstallFacts {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** The program of the running app. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The content of `resources/package-type`, which electron-builder writes for deb and rpm; null: no such file. */
  readonly packageType: string | null;
}

/** How this copy was installed. */
export function installKind({ platform, isPackaged, execPath, env, packageType }: InstallFacts): InstallKind {
  if (!isPackaged) return 'source';
  if (platform === 'darwin') return 'macos';
  if (platform === 'win32')
    return env.PORTABLE_EXECUTABLE_FILE === undefined ? 'windows-installer' : 'windows-portable';
  if (isInAppImage(execPath, env)) return 'app-image';
  const type = packageType?.trim();
  return type === 'deb' || type === 'rpm' ? type : 'archive';
}

/** Whether a copy of this kind can be updated, with this many release keys in the build. */
export function updateSupport(kind: InstallKind, keys: number): UpdateSupport {
  if (['windows-portable', 'archive', 'source'].includes(kind)) return 'not-installed';
  return keys > 0 ? 'yes' : 'no-key';
}

/** A terminal that is itself an AppImage hands its APPIMAGE down, so the program must lie in it. */
function isInAppImage(execPath: string, { APPIMAGE, APPDIR }: InstallFacts['env']): boolean {
  if (!APPIMAGE || !APPDIR || !posix.isAbsolute(APPIMAGE) || !posix.isAbsolute(APPDIR)) return false;
  return posix.normalize(execPath).startsWith(`${posix.normalize(APPDIR).replace(/\/$/, '')}/`);
}
