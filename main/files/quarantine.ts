const tempTail = /^(\d{1,10})-[0-9a-f]{12}\.tmp$/;
const sideMoment = /-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3})Z$/;
const tempAgeMs = 10 * 60_000;

/** How many quarantined files of each kind are kept; older ones are removed. */
const maxQuarantined = 5;

/** Why a person or the app takes a file and its backup out of use. */
export type QuarantineReason = 'corrupt' | 'replaced';

/**
 * Kinds of quarantined files: unreadable, replaced on request, written by another program, older than its backup, last
 * of an older format.
 */
export type QuarantineKind = QuarantineReason | 'foreign' | 'older' | `v${number}`;

/** The name of the backup. */
export function backupName(name: string): string {
  return `${name}.bak`;
}

/** The name of a temporary file. */
export function tempName(name: string, pid: number, random: string): string {
  return `${name}.${pid}-${random}.tmp`;
}

/** The name of a quarantined file; sorts by time and is valid on every system. */
export function quarantineName(name: string, kind: QuarantineKind, at: number): string {
  return `${name}.${kind}-${new Date(at).toISOString().replaceAll(':', '-')}`;
}

/**
 * The time for the name of the next quarantined file of a kind.
 *
 * Later than all existing ones, even if the clock was set back: otherwise the newest would be removed first.
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

/** The quarantined files of a kind beyond the limit, oldest first. */
export function surplusQuarantined(
  names: readonly string[],
  name: string,
  kind: QuarantineKind,
): readonly string[] {
  const sides = quarantinedOf(names, name, kind);
  return sides.slice(0, Math.max(0, sides.length - maxQuarantined));
}

/** The process ID in the name of a temporary file of ours; null for any other name. */
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

/** Whether nobody will finish a temporary file: its process is gone, or it is so old that the ID was reused. */
export function isAbandoned(writerLives: boolean, ageMs: number): boolean {
  return !writerLives || ageMs > tempAgeMs;
}
