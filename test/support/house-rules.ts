import { posix } from 'node:path';

/** A file of the project: its path from the root, with forward slashes, and what is in it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface Wall {
  /** Which files the rule is for; the first that fits counts. */
  readonly of: RegExp;
  /** What they may import: paths from the root, or names of packages. */
  readonly may: RegExp;
}

const mainPackages = 'node:.+|undici|valibot';
const page =
  'react(-dom)?(/.+)?|react-aria-components(/.+)?|lucide-react(/.+)?|@fontsource-variable/inter/.+';

const walls: readonly Wall[] = [
  { of: /^contract\//, may: /^contract\// },
  { of: /^main\/index\.ts$/, may: new RegExp(`^(contract/.+|main/.+|electron|${mainPackages})$`) },
  {
    of: /^main\/electron\//,
    may: new RegExp(`^(contract/.+|main/.+|electron|electron-store|${mainPackages})$`),
  },
  { of: /^main\/disk\//, may: new RegExp(`^(contract/.+|main/disk/.+|${mainPackages})$`) },
  {
    of: /^main\/journal\//,
    may: new RegExp(
      `^(contract/.+|main/(journal|disk)/.+|main/(log|file-port|csv-table-rules)\\.ts|${mainPackages})$`,
    ),
  },
  {
    of: /^main\/vault\//,
    may: new RegExp(`^(contract/.+|main/(vault|disk)/.+|main/patience\\.ts|${mainPackages})$`),
  },
  { of: /^main\/profiles\//, may: new RegExp(`^(contract/.+|main/(profiles|disk)/.+|${mainPackages})$`) },
  {
    of: /^main\/servers\//,
    may: new RegExp(`^(contract/.+|main/servers/.+|main/vault/token\\.ts|${mainPackages})$`),
  },
  {
    of: /^main\/clipboard\//,
    may: new RegExp(
      `^(contract/.+|main/clipboard/.+|main/vault/token\\.ts|main/patience\\.ts|${mainPackages})$`,
    ),
  },
  {
    of: /^main\/handover\//,
    may: new RegExp(`^(contract/.+|main/(?!electron/).+|csv-parse/sync|${mainPackages})$`),
  },
  { of: /^main\//, may: new RegExp(`^(contract/.+|main/(?!electron/).+|${mainPackages})$`) },
  { of: /^preload\//, may: /^(contract\/.+|electron)$/ },
  { of: /^renderer\/parts\//, may: new RegExp(`^(contract/.+|renderer/parts/.+|${page})$`) },
  {
    of: /^renderer\//,
    may: new RegExp(`^(contract/.+|renderer/.+|zustand(/.+)?|(react-)?i18next|minisearch|${page})$`),
  },
];

/** Every path or package that a source text imports, in the order in which they stand. */
export function importsOf(text: string): readonly string[] {
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\s+(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? '');
}

/** The imports of a file that its wall does not allow, each as one sentence. */
export function wallsCrossed({ path, text }: SourceFile): readonly string[] {
  const wall = walls.find(({ of }) => of.test(path));
  if (!wall) return [];
  return importsOf(text)
    .map((imported) => targetOf(path, imported))
    .filter((target) => !wall.may.test(target))
    .map((target) => `${path} may not import ${target}`);
}

/** The paths of a circle of imports, its first file again at the end; empty if there is none. */
export function circleIn(files: readonly SourceFile[]): readonly string[] {
  const imports = new Map(
    files.map(({ path, text }) => [path, importsOf(text).map((to) => targetOf(path, to))]),
  );
  const safe = new Set<string>();

  const visit = (path: string, way: readonly string[]): readonly string[] => {
    if (safe.has(path)) return [];
    const seen = way.indexOf(path);
    if (seen >= 0) return [...way.slice(seen), path];
    for (const next of imports.get(path) ?? []) {
      const circle = imports.has(next) ? visit(next, [...way, path]) : [];
      if (circle.length > 0) return circle;
    }
    safe.add(path);
    return [];
  };

  for (const path of imports.keys()) {
    const circle = visit(path, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

/** Is a file named for its subject? Only the entries of processes and commands may be called `index`. */
export function isLaidOutWell({ path }: SourceFile): boolean {
  if (/(^|\/)(utils?|helpers?|services?|types|common|misc)(\/|\.tsx?$)/.test(path)) return false;
  return (
    !/(^|\/)index\.tsx?$/.test(path) || /^(main|preload|renderer|test\/emulator)\/index\.tsx?$/.test(path)
  );
}

function targetOf(from: string, imported: string): string {
  return imported.startsWith('.') ? posix.join(posix.dirname(from), imported) : imported;
}
