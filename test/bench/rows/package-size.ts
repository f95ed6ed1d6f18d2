import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { createPackage } from '@electron/asar';
import { projectRoot } from '../../../scripts/system/project-root.ts';
import { budgets } from '../budgets.ts';
import { plainRow, type Row } from '../row.ts';
import type { Stage } from '../subject.ts';

const bytesInMb = 1_000_000;

/** Size of the app's asar archive, and its compressed size. */
export async function packageRows(stage: Stage): Promise<Row[]> {
  const content = join(stage.folder, 'asar');
  // The licenses of what is bundled lie beside the archive.
  const isArchived = (path: string) => !path.endsWith('LICENSES.txt');
  await cp(join(projectRoot, 'out'), join(content, 'out'), { recursive: true, filter: isArchived });
  await cp(join(projectRoot, 'package.json'), join(content, 'package.json'));
  const file = join(stage.folder, 'app.asar');
  await createPackage(content, file);
  const archive = await readFile(file);
  const packed = await promisify(brotliCompress)(archive);
  return [
    plainRow(budgets.asar, archive.length / bytesInMb),
    plainRow(
      budgets.packed,
      packed.length / bytesInMb,
      'With brotli; what the app adds to a download of Electron.',
    ),
  ];
}
