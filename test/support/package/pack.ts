import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from '../../../scripts/system/commands.ts';
import { projectRoot } from '../../../scripts/system/project-root.ts';
import { tool } from '../../../scripts/system/tools.ts';

/** The files of packed packages. */
export interface Packages {
  readonly folder: string;
  /** The package whose name ends so. */
  file(ending: string): Promise<string>;
}

/** Packs what is in `out/` with these arguments of `npm run package`, unless that was done since the last build. */
export async function pack(name: string, ...args: readonly string[]): Promise<Packages> {
  const folder = join(projectRoot, 'dist/packages', name);
  const file = async (ending: string) => {
    const found = (await readdir(folder)).filter((each) => each.endsWith(ending));
    if (found.length !== 1) throw new Error(`There is not one ${ending} in ${folder}.`);
    return join(folder, found[0] ?? '');
  };
  if ((await changedAt(folder)) < (await changedAt(join(projectRoot, 'out/main/index.js')))) {
    await rm(folder, { recursive: true, force: true });
    const given = ['--dev-runtime', '--built', '--fast', `--output=${folder}`, ...args];
    const { code, output } = await capture(process.execPath, tool('tsx', 'scripts/package.ts', ...given));
    if (code !== 0) throw new Error(output);
  }
  return { folder, file };
}

/** When something was last added to a folder, or a file changed, in ms; 0 if there is none. */
function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
