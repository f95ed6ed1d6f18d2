import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../../scripts/system/project-root.ts';

const builder = createRequire(join(projectRoot, 'node_modules/app-builder-lib/package.json'));

/** The lines that start the app, as electron-builder's own code writes them from electron-builder.yml. */
async function execLines(): Promise<readonly string[]> {
  const { Packager } = builder('./out/packager.js');
  const { LinuxPackager } = builder('./out/linuxPackager.js');
  const { LinuxTargetHelper } = builder('./out/targets/LinuxTargetHelper.js');
  const { default: AppImageTarget } = builder('./out/targets/appimage/AppImageTarget.js');
  const { default: FpmTarget } = builder('./out/targets/FpmTarget.js');
  const packager = new Packager({ projectDir: projectRoot, publish: 'never' });
  await packager.validateConfig();
  const linux = new LinuxPackager(packager);
  const helper = new LinuxTargetHelper(linux);
  const deb = new FpmTarget('deb', linux, helper, '');
  const entries: string[] = [
    await new AppImageTarget('', linux, helper, '').desktopEntry.value,
    await helper.computeDesktopEntry(deb.options),
  ];
  return entries.flatMap((entry) => entry.split('\n').filter((line) => line.startsWith('Exec=')));
}

describe('the desktop entry', () => {
  test('of every format starts the app with its sandbox', { tags: ['row-176'] }, async () => {
    expect(await execLines()).toEqual(['Exec=AppRun %U', 'Exec="/opt/FindFace Session Manager/ffsm" %U']);
  });
});
