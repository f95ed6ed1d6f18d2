import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeChecksums } from '../../../scripts/release/checksums.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';

test('checksums cover what is released, as the system reads them', async () => {
  const folder = await freshFolder();
  const released = ['app-1.0.0.AppImage', 'app-1.0.0.deb', 'latest-linux.yml', 'latest-linux.yml.sig'];
  for (const name of [...released, 'builder-debug.yml']) await writeFile(join(folder, name), name);
  await mkdir(join(folder, 'linux-unpacked'));
  expect(await writeChecksums(folder)).toEqual(released);
  const list = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
  expect(list.split('\n')).toHaveLength(released.length + 1);
  if (process.platform === 'linux')
    expect(
      execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder }).toString(),
    ).toContain('latest-linux.yml.sig: OK');
});
