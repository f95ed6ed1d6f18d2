import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeChecksums } from './release/checksums.ts';
import { makeReleaseKeys } from './release/keys.ts';
import { signManifests } from './release/sign-manifests.ts';
import { writeSbom } from './release/write-sbom.ts';

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

/** What is done to a folder of packages before they are released; `keys` makes the keys that `sign` takes. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  sbom: async ([folder = 'dist']) => tell(`Wrote ${await writeSbom(resolve(folder))}.`),
  checksums: async ([folder = 'dist']) => tell((await writeChecksums(resolve(folder))).join('\n')),
  keys: async ([folder]) => {
    if (folder === undefined) throw new Error('npm run release -- keys FOLDER');
    tell(JSON.stringify(await makeReleaseKeys(folder), null, 2));
  },
  sign: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string', multiple: true, default: [] } },
    });
    const signed = await signManifests(resolve(positionals[0] ?? 'dist'), values.key);
    for (const name of signed) tell(`Signed ${name}`);
  },
};

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = commands[name];
  if (command === undefined) throw new Error(`npm run release -- ${Object.keys(commands).join(' | ')}`);
  await command(args);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
