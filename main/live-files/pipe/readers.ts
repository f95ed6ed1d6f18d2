import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';

/** A process that has a named pipe open for reading. */
export interface Reader {
  readonly pid: number;
  /** The path of its program; its name where the path is not known. */
  readonly program: string;
}

/** What tells one file from every other. */
export interface FileIdentity {
  readonly dev: number;
  readonly ino: number;
}

/** How long a search may hold up other work, in ms. */
const pieceMs = 8;
const accessMode = 0o3;
const writeOnly = 0o1;
const pathOnly = 0o10000000;

/**
 * The processes of this user that can read from a pipe; those of others cannot be seen.
 *
 * `name`: the name that the pipe had when it was opened.
 */
export function findReaders(pipe: FileIdentity, name: string, path: string): Promise<readonly Reader[]> {
  return process.platform === 'linux' ? findByProc(pipe, name) : findByLsof(path);
}

async function findByProc(pipe: FileIdentity, name: string): Promise<readonly Reader[]> {
  const found: Reader[] = [];
  let since = performance.now();
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) continue;
    if (holdsPipe(pid, pipe, name)) found.push({ pid: Number(pid), program: programOf(pid) });
    if (performance.now() - since < pieceMs) continue;
    await new Promise(setImmediate);
    since = performance.now();
  }
  return found;
}

function holdsPipe(pid: string, pipe: FileIdentity, name: string): boolean {
  return listed(`/proc/${pid}/fd`).some((fd) => {
    try {
      // The name first: looking at the file itself can take long, for example on a network.
      if (!basename(readlinkSync(`/proc/${pid}/fd/${fd}`)).startsWith(name)) return false;
      const { dev, ino } = statSync(`/proc/${pid}/fd/${fd}`);
      return (
        dev === pipe.dev && ino === pipe.ino && canRead(readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'utf8'))
      );
    } catch {
      return false;
    }
  });
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether a file is open for reading, by the text of its `fdinfo`. */
export function canRead(fdinfo: string): boolean {
  const flags = Number.parseInt(/^flags:\s*([0-7]+)$/m.exec(fdinfo)?.[1] ?? '1', 8);
  return (flags & pathOnly) === 0 && (flags & accessMode) !== writeOnly;
}

function programOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '');
  } catch {
    return nameOf(pid);
  }
}

function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

async function findByLsof(path: string): Promise<readonly Reader[]> {
  try {
    const listing = await promisify(execFile)('/usr/sbin/lsof', ['-w', '-F', 'pca', '--', path], {
      timeout: 5_000,
    });
    return readersInListing(listing.stdout).filter(({ pid }) => pid !== process.pid);
  } catch {
    return [];
  }
}

/** The readers in the output of `lsof -F pca`: a line for each process, its command, and the access of its files. */
export function readersInListing(listing: string): readonly Reader[] {
  const found = new Map<number, Reader>();
  let pid = 0;
  let program = '';
  for (const line of listing.split('\n')) {
    const value = line.slice(1);
    if (line.startsWith('p')) pid = Number(value);
    else if (line.startsWith('c')) program = value;
    else if (line === 'ar' || line === 'au') found.set(pid, { pid, program });
  }
  return [...found.values()];
}
