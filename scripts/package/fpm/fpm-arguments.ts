import { parseArgs } from 'node:util';

/** A file or folder (with `/` at its end) and the path at which the package installs it. */
export interface InstalledPath {
  readonly from: string;
  readonly to: string;
}

/** What electron-builder wants fpm to make. */
export interface FpmRequest {
  readonly target: 'deb' | 'rpm';
  /** The file to write. */
  readonly output: string;
  /** In Debian's words, for rpm too. */
  readonly architecture: string;
  readonly name: string;
  readonly version: string;
  readonly iteration: string | null;
  readonly summary: string;
  /** The first line is the summary of a deb. */
  readonly description: string;
  readonly maintainer: string;
  readonly vendor: string;
  readonly url: string;
  readonly license: string;
  readonly category: string | null;
  readonly priority: string;
  readonly compression: string;
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  /** Files with the scripts that run after installing and removing. */
  readonly afterInstall: string | null;
  readonly afterRemove: string | null;
  readonly paths: readonly InstalledPath[];
}

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const options = {
  'input-type': { ...text, short: 's' },
  'output-type': { ...text, short: 't' },
  depends: { ...many, short: 'd' },
  'deb-recommends': many,
  'after-install': text,
  'after-remove': text,
  architecture: text,
  category: text,
  'deb-compression': text,
  'deb-priority': text,
  description: text,
  iteration: text,
  license: text,
  maintainer: text,
  name: text,
  package: text,
  'rpm-compression': text,
  'rpm-os': text,
  'rpm-summary': text,
  url: text,
  vendor: text,
  version: text,
  // Without an effect on the package.
  debug: flag,
  force: flag,
  log: text,
} as const;

/** Reads fpm's arguments; throws an error with a readable message for one that is unknown or missing. */
export function readFpmArguments(args: readonly string[]): FpmRequest {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const needed = (name: Exclude<keyof typeof values, 'depends' | 'deb-recommends' | 'debug' | 'force'>) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The argument --${name} is missing.`);
    return value;
  };
  const target = needed('output-type');
  if (target !== 'deb' && target !== 'rpm') throw new Error(`Only deb and rpm can be made, not ${target}.`);
  if (needed('input-type') !== 'dir') throw new Error('Packages are made only of folders (-s dir).');
  return {
    target,
    output: needed('package'),
    architecture: needed('architecture'),
    name: needed('name'),
    version: needed('version'),
    iteration: values.iteration ?? null,
    summary: values['rpm-summary'] ?? firstLine(needed('description')),
    description: needed('description'),
    maintainer: needed('maintainer'),
    vendor: needed('vendor'),
    url: needed('url'),
    license: values.license ?? 'unknown',
    category: values.category ?? null,
    priority: values['deb-priority'] ?? 'optional',
    compression: values[target === 'deb' ? 'deb-compression' : 'rpm-compression'] ?? 'xz',
    depends: values.depends ?? [],
    recommends: values['deb-recommends'] ?? [],
    afterInstall: values['after-install'] ?? null,
    afterRemove: values['after-remove'] ?? null,
    paths: positionals.map(installedPath),
  };
}

function installedPath(mapping: string): InstalledPath {
  const at = mapping.lastIndexOf('=');
  if (at < 0 || mapping[at + 1] !== '/') throw new Error(`"${mapping}" does not say where to install.`);
  return { from: mapping.slice(0, at), to: mapping.slice(at + 1) };
}

function firstLine(description: string): string {
  return description.trim().split('\n')[0] ?? '';
}
