import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

const entries = {
  biome: '@biomejs/biome/bin/biome',
  'electron-builder': 'electron-builder/cli.js',
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  tsx: 'tsx/dist/cli.mjs',
} as const;

/** A tool from `node_modules`, ready to be started: Node is the command, these are its arguments. */
export function tool(name: keyof typeof entries, ...args: readonly string[]): string[] {
  // Not node_modules/.bin: on Windows these are scripts for a shell.
  return [join(projectRoot, 'node_modules', entries[name]), ...args];
}
