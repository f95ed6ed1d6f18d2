import { applyToNames, type Names, type Step } from './logged-disk.ts';

/** The files of a folder by name. */
export type Folder = ReadonlyMap<string, Buffer>;

/** The possible states of bytes that were written but not synced at a power loss. */
const fates: readonly ((bytes: Buffer) => Buffer)[] = [
  (bytes) => bytes,
  () => Buffer.alloc(0),
  (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)),
  (bytes) => Buffer.alloc(bytes.length),
];

/** The folder before the first step, with the number of each file in the log. */
export function numbersOf(start: Folder): Names {
  return new Map([...start.keys()].map((name, number) => [name, number]));
}

/**
 * All states of the folder after a power loss following this many steps of the log.
 *
 * Names can be as after any step since the last sync of the folder; unsynced content is complete, missing, truncated or
 * NULs.
 */
export function statesAfterPowerLoss(start: Folder, log: readonly Step[], steps: number): readonly Folder[] {
  const done = log.slice(0, steps);
  const lastSync = done.findLastIndex(({ kind }) => kind === 'sync-folder') + 1;
  const states = new Map<string, Folder>();
  for (let kept = lastSync; kept <= steps; kept += 1) {
    const names = numbersOf(start);
    for (const step of done.slice(0, kept)) applyToNames(names, step);
    for (const fate of fates) {
      const bytes = contentsOf(start, done, fate);
      const state = new Map([...names].map(([name, file]) => [name, bytes.get(file) ?? Buffer.alloc(0)]));
      states.set(
        JSON.stringify([...state].map(([name, content]) => [name, content.toString('latin1')])),
        state,
      );
    }
  }
  return [...states.values()];
}

function contentsOf(
  start: Folder,
  done: readonly Step[],
  fate: (bytes: Buffer) => Buffer,
): Map<number, Buffer> {
  const synced = new Map([...start.values()].map((bytes, number) => [number, bytes]));
  const unsynced = new Map<number, Buffer>();
  const nothing = Buffer.alloc(0);
  for (const step of done) {
    if (step.kind === 'write')
      unsynced.set(step.file, Buffer.concat([unsynced.get(step.file) ?? nothing, step.bytes]));
    if (step.kind !== 'sync') continue;
    synced.set(
      step.file,
      Buffer.concat([synced.get(step.file) ?? nothing, unsynced.get(step.file) ?? nothing]),
    );
    unsynced.delete(step.file);
  }
  for (const [file, bytes] of unsynced)
    synced.set(file, Buffer.concat([synced.get(file) ?? nothing, fate(bytes)]));
  return synced;
}
