import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './system/cache-folder.ts';
import { capture, run } from './system/commands.ts';
import { tool } from './system/tools.ts';

// Programs into which copied sessions are imported; too large to be installed for every run of the tests.
const packages = ['newman@6.2.2', '@usebruno/cli@4.1.0', 'httpyac@6.16.7'];
const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

try {
  const folder = join(cacheFolder(), 'tools');
  await mkdir(folder, { recursive: true });
  tell(`Installing ${packages.join(', ')}`);
  const npm = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, output } = await capture('npm', [...npm, ...packages]);
  if (code !== 0) throw new Error(`The programs could not be installed from npm:\n${output}`);
  const env = { ...process.env, FFSM_TOOLS: join(folder, 'node_modules', '.bin') };
  process.exitCode = await run(
    process.execPath,
    tool('vitest', 'run', '--config', 'test/tools/vitest.config.ts'),
    {
      env,
    },
  );
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
