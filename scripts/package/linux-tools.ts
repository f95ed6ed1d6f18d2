import { chmod, mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from '../system/commands.ts';
import { projectRoot } from '../system/project-root.ts';
import { tool } from '../system/tools.ts';

const place = join(projectRoot, 'scripts/package');

/**
 * Puts tools for deb, rpm and AppImage into a folder; returns the environment by which electron-builder finds them.
 *
 * electron-builder downloads tools of its own, which is not possible everywhere. Never for a release: fpm is replaced by
 * `fpm-stand-in.ts`, and the runtime of AppImages by `app-image-runtime.c`.
 */
export async function standInTools(folder: string): Promise<Record<string, string>> {
  const fpm = join(folder, 'fpm');
  const command = [process.execPath, ...tool('tsx', join(place, 'fpm-stand-in.ts'))].map(quoted).join(' ');
  await writeFile(fpm, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  return { CUSTOM_FPM_PATH: fpm, APPIMAGE_TOOLS_PATH: await appImageTools(join(folder, 'app-image')) };
}

async function appImageTools(folder: string): Promise<string> {
  await mkdir(join(folder, 'runtimes'), { recursive: true });
  await mkdir(join(folder, 'lib/x64'), { recursive: true });
  for (const name of ['mksquashfs', 'desktop-file-validate'])
    await symlink(join('/usr/bin', name), join(folder, name));
  const runtime = join(folder, 'runtimes/runtime-x64');
  const { code, output } = await capture('cc', [
    ...['-static', '-Os', '-o', runtime],
    join(place, 'app-image-runtime.c'),
  ]);
  if (code !== 0) throw new Error(`The runtime of the AppImage could not be compiled:\n${output}`);
  await markAsAppImage(runtime);
  await chmod(runtime, 0o755);
  return folder;
}

/** Writes the signature of AppImages of type 2 into the spare bytes of an ELF header. */
async function markAsAppImage(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.write(Buffer.from('AI\x02', 'latin1'), 0, 3, 8);
  } finally {
    await handle.close();
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
