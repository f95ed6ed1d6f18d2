import { posix } from 'node:path';
import { mainSubjects, rendererSubjects } from './walls.ts';

/** A file of the project: its path from the root, with forward slashes, and its content. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const mainPackages = /^(node:.+|undici|valibot)$/;
const pagePackages =
  /^(react(-dom)?(\/.+)?|react-aria-components(\/.+)?|lucide-react(\/.+)?|@fontsource-variable\/inter\/.+)$/;
const statePackages = /^(zustand(\/.+)?|(react-)?i18next|minisearch)$/;

/** Whether a file may import another path or package. */
function mayImport(path: string, target: string): boolean {
  const [top = '', subject = ''] = path.split('/');
  // The texts give i18next the types of their keys.
  if (top === 'contract')
    return target.startsWith('contract/') || (path === 'contract/texts.ts' && target === 'i18next');
  if (top === 'preload') return target.startsWith('contract/') || target === 'electron';
  if (top === 'main') return mayMainImport(path, subject, target);
  if (top === 'renderer') return mayRendererImport(path, subject, target);
  return true;
}

function mayMainImport(path: string, subject: string, target: string): boolean {
  if (target.startsWith('contract/') || mainPackages.test(target)) return true;
  const isRoot = path === 'main/index.ts';
  if (target === 'electron') return isRoot || subject === 'electron';
  if (target === 'electron-store') return subject === 'electron';
  if (target.startsWith('electron-updater')) return path.startsWith('main/electron/updates/');
  if (target === 'i18next') return subject === 'i18n';
  if (target === 'ws') return subject === 'live-channel';
  if (target === 'node-forge') return subject === 'client-certificate';
  if (target === 'csv-parse/sync') return path.startsWith('main/transfer/formats/');
  if (!target.startsWith('main/')) return false;
  const other = target.split('/')[1] ?? '';
  if (isRoot || subject === 'electron') return true;
  if (other === 'electron') return false;
  return ['app', 'ipc', other].includes(subject) || (mainSubjects[subject] ?? []).includes(other);
}

function mayRendererImport(path: string, subject: string, target: string): boolean {
  if (target.startsWith('contract/') || pagePackages.test(target)) return true;
  const isRoot = path.split('/').length === 2;
  if (!target.startsWith('renderer/')) return subject !== 'components' && statePackages.test(target);
  if (isRoot) return true;
  if (target === 'renderer/bridge.ts') return subject !== 'components';
  const other = target.split('/')[1] ?? '';
  return other === subject || (rendererSubjects[subject] ?? []).includes(other);
}

/** The paths and packages that a file imports, in order. */
export function importsOf(text: string): readonly string[] {
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\s+(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? '');
}

/** The imports of a file that its subject does not allow, as messages. */
export function wallsCrossed({ path, text }: SourceFile): readonly string[] {
  return importsOf(text)
    .map((imported) => targetOf(path, imported))
    .filter((target) => !mayImport(path, target))
    .map((target) => `${path} may not import ${target}`);
}

/** The paths of an import cycle, ending with the first one again; empty if there is none. */
export function circleIn(files: readonly SourceFile[]): readonly string[] {
  return circleOf(
    new Map(files.map(({ path, text }) => [path, importsOf(text).map((to) => targetOf(path, to))])),
  );
}

/** The same for folders; a file in a top folder counts as a folder of its own. */
export function folderCircleIn(files: readonly SourceFile[]): readonly string[] {
  const imports = new Map<string, string[]>();
  for (const { path, text } of files) {
    const from = folderOf(path);
    const others = importsOf(text)
      .filter((to) => to.startsWith('.'))
      .map((to) => folderOf(targetOf(path, to)))
      .filter((to) => to !== from);
    imports.set(from, [...(imports.get(from) ?? []), ...others]);
  }
  return circleOf(imports);
}

function folderOf(path: string): string {
  return path.split('/').length > 2 ? posix.dirname(path) : path;
}

function circleOf(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const safe = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] => {
    if (safe.has(node)) return [];
    const seen = path.indexOf(node);
    if (seen >= 0) return [...path.slice(seen), node];
    for (const next of imports.get(node) ?? []) {
      const circle = imports.has(next) ? visit(next, [...path, node]) : [];
      if (circle.length > 0) return circle;
    }
    safe.add(node);
    return [];
  };
  for (const node of imports.keys()) {
    const circle = visit(node, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

/** The folders with more than `most` files, and their number. */
export function fullFolders(paths: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > most).map(([folder, count]) => `${folder}: ${count}`);
}

/** Whether a file has an allowed name. Only entry points may be called `index`. */
export function isLaidOutWell({ path }: SourceFile): boolean {
  if (/(^|\/)(utils?|helpers?|services?|types|common|misc)(\/|\.tsx?$)/.test(path)) return false;
  return (
    !/(^|\/)index\.tsx?$/.test(path) || /^(main|preload|renderer|test\/emulator)\/index\.tsx?$/.test(path)
  );
}

function targetOf(from: string, imported: string): string {
  return imported.startsWith('.') ? posix.join(posix.dirname(from), imported) : imported;
}
