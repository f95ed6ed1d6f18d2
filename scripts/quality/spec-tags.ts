import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectRoot } from '../system/project-root.ts';

/** A test or group with the rows it covers. */
export interface TaggedTest {
  /** Relative to the project root, with forward slashes. */
  readonly file: string;
  /** The titles from the outermost group inwards, as in the source. */
  readonly title: string;
  readonly rows: readonly number[];
}

const opening =
  /^( *)(?:(describe|test\.describe)|\w+)\(\s*(?:(['"`])((?:\\.|(?!\3)[^\\])*)\3|\w+),\s*(\{\s*tags?:[^}]*\})?|^( *)\}\);$/gm;

/** The tagged tests in the source of a spec file. */
export function taggedTestsIn(file: string, source: string): readonly TaggedTest[] {
  const groups: { readonly indent: number; readonly title: string }[] = [];
  const found: TaggedTest[] = [];
  for (const match of source.matchAll(opening)) {
    const [, indent, group, , name = '…', tags = '', closing] = match;
    const depth = (indent ?? closing ?? '').length;
    while ((groups.at(-1)?.indent ?? -1) >= depth) groups.pop();
    if (indent === undefined) continue;
    // Values inserted by a loop are known only at run time.
    const own = name.replaceAll(/\$\{[^}]*\}/g, '…').replaceAll(/\\(.)/g, '$1');
    const title = [...groups.map((outer) => outer.title), own].join(' › ');
    const rows = [...tags.matchAll(/\brow-(\d+)/g)].map((tag) => Number(tag[1]));
    if (rows.length > 0) found.push({ file, title, rows });
    if (group) groups.push({ indent: depth, title: own });
  }
  return found;
}

/** The tagged tests of the project, by file and position. */
export async function taggedTests(root: string = projectRoot): Promise<readonly TaggedTest[]> {
  const entries = await readdir(join(root, 'test'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const found = await Promise.all(
    paths.map(async (path) =>
      taggedTestsIn(relative(root, path).replaceAll('\\', '/'), await readFile(path, 'utf8')),
    ),
  );
  return found.flat();
}
