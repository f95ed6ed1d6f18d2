import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

const entries = {
  biome: '@biomejs/biome/bin/biome',
  'electron-builder': 'electron-builder/cli.js',
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  tsx: 'tsx/dist/cli.mjs',
  vitest: 'vitest/vitest.mjs',
} as const;

/** The arguments that start a tool from `node_modules` with Node. */
export function tool(name: keyof typeof entries, ...args: readonly string[]): string[] {
  // Not node_modules/.bin, which has shell scripts on Windows.
  return [join(projectRoot, 'node_modules', entries[name]), ...args];
}
