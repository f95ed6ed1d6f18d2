import { execFile } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';
import { peerProcess } from './peer-process.ts';

/** A process as the system describes it. */
export interface Process {
  readonly pid: number;
  /** When it started, in the system's own words: tells it from a later one with the same ID. */
  readonly startedAt: string;
  /** The path of its program; null if it may not be read. */
  readonly program: string | null;
  /** Its name as the system shows it. */
  readonly name: string;
}

const maxDepth = 32;

/** A process and its ancestors, the nearest first; ends where one cannot be read. */
async function processTree(pid: number): Promise<readonly Process[]> {
  const read = process.platform === 'linux' ? readProc : readPs;
  const tree: Process[] = [];
  for (let next = pid; next > 0 && tree.length < maxDepth; ) {
    const found = await read(next);
    if (found === null) break;
    tree.push(found.process);
    next = found.parent;
  }
  return tree;
}

/** The process at the other end of a Unix socket and its ancestors, the nearest first; empty if it cannot be known. */
export async function treeAt(socket: Socket): Promise<readonly Process[]> {
  const pid = await peerProcess(socket);
  return pid === null ? [] : processTree(pid);
}

interface Found {
  readonly process: Process;
  readonly parent: number;
}

// Synchronous: 20 asynchronous reads of /proc took 10 ms. A process can delay reads of its arguments and environment, but not
// of these two.
function readProc(pid: number): Found | null {
  try {
    const facts = readStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    if (facts === null) return null;
    const { parent, startedAt, name } = facts;
    return { parent, process: { pid, startedAt, program: programOf(pid), name } };
  } catch {
    return null;
  }
}

function programOf(pid: number): string | null {
  try {
    return programAt(readlinkSync(`/proc/${pid}/exe`));
  } catch {
    return null;
  }
}

/**
 * The file of a program in `/proc/PID/exe`, also if it was replaced since; null if it has only memory, which anybody can
 * name as they like.
 */
export function programAt(link: string): string | null {
  return link.startsWith('/memfd:') ? null : link.replace(/ \(deleted\)$/, '');
}

/** Name, parent and time of start in `/proc/PID/stat`; the name may hold blanks and parentheses. */
export function readStat(stat: string): { name: string; parent: number; startedAt: string } | null {
  const from = stat.indexOf('(');
  const to = stat.lastIndexOf(')');
  const fields = stat.slice(to + 2).split(' ');
  const [, parent, startedAt] = [fields[0], fields[1], fields[19]];
  if (from < 0 || to < from || parent === undefined || startedAt === undefined) return null;
  return { name: stat.slice(from + 1, to), parent: Number(parent), startedAt };
}

async function readPs(pid: number): Promise<Found | null> {
  try {
    const asked = ['-o', 'ppid=,lstart=,comm=', '-p', String(pid)];
    const { stdout } = await promisify(execFile)('/bin/ps', asked, { timeout: 3_000, env: { LC_ALL: 'C' } });
    return readPsLine(pid, stdout);
  } catch {
    return null;
  }
}

/** A line of `ps -o ppid=,lstart=,comm=`; on macOS the command is the path of the program. */
export function readPsLine(pid: number, line: string): Found | null {
  const parts = /^\s*(\d+)\s+(\w+\s+\w+\s+\d+\s+[\d:]+\s+\d+)\s+(.+?)\s*$/.exec(line);
  if (parts === null) return null;
  const [, parent = '', startedAt = '', command = ''] = parts;
  const name = command.slice(command.lastIndexOf('/') + 1);
  const program = command.startsWith('/') ? command : null;
  return { parent: Number(parent), process: { pid, startedAt, program, name } };
}
