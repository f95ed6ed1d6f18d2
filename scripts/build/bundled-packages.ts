import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which something is in the app. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
  /** Its license texts; empty if the package has none. */
  readonly text: string;
}

/** The folder of a module's package; null if the module belongs to the app itself. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.replace(/^\0+/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@.][^/]*)\//.exec(path)?.[1] ?? null;
}

/** Reads what a package says of itself. Throws if it says nothing of its license. */
export function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: unknown;
  };
  if (typeof license !== 'string') throw new Error(`${name} does not say under which license it is.`);
  const files = readdirSync(folder).filter((file) => /^(licen[sc]e|copying|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return { name, version, license, text: texts.join('\n\n') };
}

/** The licenses of these packages as one text. */
export function licensesText(packages: readonly BundledPackage[]): string {
  const parts = packages.map(({ name, version, license, text }) => {
    return `${name} ${version}\n${license}\n\n${text}`.trim();
  });
  return `${[electronsOwn, ...parts].join(`\n\n${'-'.repeat(40)}\n\n`)}\n`;
}

const electronsOwn =
  'Electron, Chromium and Node.js\nTheir licenses are in LICENSE.electron.txt and LICENSES.chromium.html beside the program.';

/** Collects the packages of all builds and writes `LICENSES.txt` and `packages.json` into this folder. */
export function bundledPackages(folder: string): Plugin {
  let root = '';
  return {
    name: 'bundled-packages',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    transform: {
      filter: { id: /node_modules.*\.[cm]?js$/ },
      handler(code, id) {
        if (code !== readFileSync(id, 'utf8')) replaced.add(id);
      },
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') rendered(file.modules).forEach(remember);
        else for (const name of file.originalFileNames) remember(resolve(root, name));
      }
    },
    closeBundle() {
      const packages = [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'LICENSES.txt'), licensesText(packages));
      const facts = packages.map(({ name, version, license }) => ({ name, version, license }));
      writeFileSync(join(folder, 'packages.json'), `${JSON.stringify(facts, null, 2)}\n`);
    },
  };
}

// The three builds run in one process, one after another.
const found = new Map<string, BundledPackage>();

/** The modules that the build loads something of its own for. */
const replaced = new Set<string>();

/** The modules of which something is left. */
function rendered(modules: Readonly<Record<string, { readonly renderedLength: number }>>): string[] {
  return Object.keys(modules).filter((id) => (modules[id]?.renderedLength ?? 0) > 0 && !replaced.has(id));
}

function remember(origin: string): void {
  const folder = packageFolder(origin);
  if (folder !== null && !found.has(folder)) found.set(folder, readPackage(folder));
}
