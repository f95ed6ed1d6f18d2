const tempTail = /^(\d{1,10})-[0-9a-f]{12}\.tmp$/;
const sideMoment = /-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3})Z$/;
const tempAgeMs = 10 * 60_000;

/** The newest this many of each kind of side file stay. */
export const maxQuarantined = 5;

/** Why a person or the app itself takes a file and its backup out of use. */
export type QuarantineReason = 'corrupt' | 'replaced';

/**
 * The kinds of files laid aside: one that could not be read, one that a person replaced, one that another program put
 * in the place of ours, one that was older than its backup, and the last one of an older format.
 */
export type QuarantineKind = QuarantineReason | 'foreign' | 'older' | `v${number}`;

/** The name of the previous good generation. */
export function backupName(name: string): string {
  return `${name}.bak`;
}

/** The name of a file still being written. */
export function tempName(name: string, pid: number, random: string): string {
  return `${name}.${pid}-${random}.tmp`;
}

/** The name of a file laid aside at a moment; sorts by time and is allowed on every system. */
export function quarantineName(name: string, kind: QuarantineKind, at: number): string {
  return `${name}.${kind}-${new Date(at).toISOString().replaceAll(':', '-')}`;
}

/**
 * The moment for the name of the next side file of a kind.
 *
 * It is after all that are there, even when the clock was put back: otherwise the newest would be thinned out first.
 */
export function nextQuarantineAt(
  names: readonly string[],
  name: string,
  kind: QuarantineKind,
  now: number,
): number {
  const last = quarantinedOf(names, name, kind).at(-1);
  const [, day, hour, minute, second] = (last && sideMoment.exec(last)) ?? [];
  const lastAt = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(lastAt) ? now : Math.max(now, lastAt + 1);
}

/** The side files of one kind that are too many, oldest first. */
export function surplusQuarantined(
  names: readonly string[],
  name: string,
  kind: QuarantineKind,
): readonly string[] {
  const sides = quarantinedOf(names, name, kind);
  return sides.slice(0, Math.max(0, sides.length - maxQuarantined));
}

/** The process that was writing this temporary file of ours, or null if it is none. */
export function parseWriterPid(found: string, name: string): number | null {
  for (const prefix of [`${name}.`, `${backupName(name)}.`]) {
    const pid = found.startsWith(prefix) ? tempTail.exec(found.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined) return Number(pid);
  }
  return null;
}

function quarantinedOf(names: readonly string[], name: string, kind: QuarantineKind): readonly string[] {
  return names.filter((found) => found.startsWith(`${name}.${kind}-`)).sort();
}

/** Will nobody finish a temporary file? Its writer is gone, or so old that only its number is still in use. */
export function isAbandoned(writerLives: boolean, ageMs: number): boolean {
  return !writerLives || ageMs > tempAgeMs;
}
