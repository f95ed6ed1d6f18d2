import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveElectron } from '../electron/electron-runtime.ts';
import { capture } from '../system/commands.ts';
import { projectRoot } from '../system/project-root.ts';
import { type NamedVersion, type RuntimeVersions, type Sbom, sbomOf } from './sbom.ts';

/** Writes the components of the built app into a folder, in the format of CycloneDX 1.5; returns the file. */
export async function writeSbom(folder: string): Promise<string> {
  const { output } = await capture('npm', ['sbom', '--sbom-format', 'cyclonedx', '--silent']);
  const app = await readJson<NamedVersion>('package.json');
  const bundled = await readJson<readonly NamedVersion[]>('out/licenses/packages.json');
  const sbom = sbomOf(app, JSON.parse(output) as Sbom, bundled, await runtimeVersions());
  const file = join(folder, `${app.name}-${app.version}.cdx.json`);
  await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
  return file;
}

async function runtimeVersions(): Promise<RuntimeVersions> {
  const { executable } = await resolveElectron(() => undefined);
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { output } = await capture(executable, ['-p', 'JSON.stringify(process.versions)'], { env });
  return JSON.parse(output) as RuntimeVersions;
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await readFile(join(projectRoot, path), 'utf8')) as Value;
}
