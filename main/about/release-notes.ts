import type { ReleaseNotes } from '../../contract/installation/about.ts';

type Group = ReleaseNotes['groups'][number];

/**
 * What the changelog says of `current` and of the versions between it and `before`, the newest first.
 *
 * Without `before`, or if the changelog does not name it, only of `current`; empty if that is not named either.
 */
export function releaseNotes(changelog: string, current: string, before: string | null): ReleaseNotes[] {
  const versions = changelog.split(/^## /m).slice(1).map(readVersion);
  const from = versions.findIndex(({ version }) => version === current);
  if (from < 0) return [];
  const until = versions.findIndex(({ version }) => version === before);
  return versions.slice(from, until > from ? until : from + 1);
}

/** Reads `1.0.0 - 2026-11-27` and what follows: headings, bold headings and lists. */
function readVersion(section: string): ReleaseNotes {
  const [heading = '', ...lines] = section.split(/\r?\n/);
  const groups: { title: string; items: string[] }[] = [];
  for (const line of lines) {
    const title = /^#{3,} (.+)$/.exec(line)?.[1] ?? /^\*\*(.+)\*\*$/.exec(line)?.[1];
    const item = /^- (.+)$/.exec(line)?.[1];
    const wrapped = /^ {2}(\S.*)$/.exec(line)?.[1];
    const items = groups.at(-1)?.items;
    if (title !== undefined) groups.push({ title: plain(title), items: [] });
    else if (item !== undefined) items?.push(plain(item));
    else if (wrapped !== undefined && items?.length) items.push(`${items.pop()} ${plain(wrapped)}`);
  }
  const version = heading.split(' ')[0] ?? '';
  return { version, groups: groups.filter(({ items }: Group) => items.length > 0) };
}

/** The text without marks for bold, italic, code and links. */
function plain(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/(^|[\s(])\*(\S[^*]*)\*/g, '$1$2')
    .trim();
}
