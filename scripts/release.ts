import { resolve } from 'node:path';
import { writeChecksums } from './release/checksums.ts';
import { writeSbom } from './release/write-sbom.ts';

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

/** What is done to a folder of packages before they are released. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  sbom: async ([folder = 'dist']) => tell(`Wrote ${await writeSbom(resolve(folder))}.`),
  checksums: async ([folder = 'dist']) => tell((await writeChecksums(resolve(folder))).join('\n')),
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
