import { join } from 'node:path';
import { capture, type Outcome } from '../system/commands.ts';
import { projectRoot } from '../system/project-root.ts';
import { tool } from '../system/tools.ts';
import { twoAtATime } from './two-at-a-time.ts';

const typedFolders = ['.', 'main', 'preload', 'renderer', 'scripts', 'test'];

/** Checks the types of every part of the project. */
export async function checkTypes(): Promise<Outcome> {
  const outcomes = await twoAtATime(typedFolders, (folder) => {
    const known = join(
      projectRoot,
      'node_modules/.cache/tsc',
      `${folder === '.' ? 'contract' : folder}.json`,
    );
    return node(tool('tsc', '-p', folder, '--incremental', '--tsBuildInfoFile', known));
  });
  return {
    code: Math.max(...outcomes.map(({ code }) => code)),
    output: outcomes.map(({ output }) => output).join(''),
  };
}

/** Checks style and formatting of every file. */
export function checkStyle(): Promise<Outcome> {
  return node(tool('biome', 'check'));
}

/** Looks for files, exports and dependencies that nothing uses. */
export function checkUnused(): Promise<Outcome> {
  return node(tool('knip'));
}

/** Runs the tests that touch nothing outside of their process. */
export function checkUnits(): Promise<Outcome> {
  return node(tool('vitest', 'run', '--project=unit', '--reporter=dot'));
}

/** Builds the app into `out/`. */
export function buildApp(): Promise<Outcome> {
  return node(tool('electron-vite', 'build'));
}

/** Builds the app as an unpacked package for tests. */
export function packForTests(): Promise<Outcome> {
  return node(tool('tsx', 'scripts/package.ts', '--dir', '--dev-runtime', '--for-tests'));
}

function node(args: readonly string[]): Promise<Outcome> {
  return capture(process.execPath, args);
}
