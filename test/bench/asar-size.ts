import { cp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { projectRoot } from '../../scripts/system/project-root.ts';

const bytesInMib = 1024 * 1024;

/** The size of the app's asar archive in MiB. */
export async function asarSize(workshop: string): Promise<number> {
  const content = join(workshop, 'asar');
  await cp(join(projectRoot, 'out'), join(content, 'out'), { recursive: true });
  await cp(join(projectRoot, 'package.json'), join(content, 'package.json'));
  const archive = join(workshop, 'app.asar');
  await createPackage(content, archive);
  return (await stat(archive)).size / bytesInMib;
}
