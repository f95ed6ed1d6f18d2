const tempTail = /^(\d{1,10})-[0-9a-f]{12}\.tmp$/;
const tempAgeMs = 10 * 60_000;

/** The newest this many of each kind of side file stay. */
export const sideFilesKept = 5;

/** The kinds of files laid aside: one that could not be read, one that another program put in the place of ours. */
export type SideKind = 'corrupt' | 'foreign';

/** The name of the previous good generation. */
export function backupName(name: string): string {
  return `${name}.bak`;
}

/** The name of a file still being written. */
export function tempName(name: string, pid: number, random: string): string {
  return `${name}.${pid}-${random}.tmp`;
}

/** The name of a file laid aside at a moment; sorts by time and is allowed on every system. */
export function sideName(name: string, kind: SideKind, at: number): string {
  return `${name}.${kind}-${new Date(at).toISOString().replaceAll(':', '-')}`;
}

/** The side files of one kind that are too many, oldest first. */
export function tooManySides(names: readonly string[], name: string, kind: SideKind): readonly string[] {
  const sides = names.filter((found) => found.startsWith(`${name}.${kind}-`)).sort();
  return sides.slice(0, Math.max(0, sides.length - sideFilesKept));
}

/** The process that was writing this temporary file of ours, or null if it is none. */
export function writerOf(found: string, name: string): number | null {
  for (const prefix of [`${name}.`, `${backupName(name)}.`]) {
    const pid = found.startsWith(prefix) ? tempTail.exec(found.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined) return Number(pid);
  }
  return null;
}

/** Will nobody finish a temporary file? Its writer is gone, or so old that only its number is still in use. */
export function isAbandoned(writerLives: boolean, ageMs: number): boolean {
  return !writerLives || ageMs > tempAgeMs;
}
