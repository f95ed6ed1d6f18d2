import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
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
  /** The arguments; whatever the program wants to show, so only to be displayed. */
  readonly args: readonly string[];
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

async function readProc(pid: number): Promise<Found | null> {
  try {
    const folder = `/proc/${pid}`;
    const [stat, commandLine, program] = await Promise.all([
      readFile(`${folder}/stat`, 'utf8'),
      readFile(`${folder}/cmdline`, 'utf8').catch(() => ''),
      readlink(`${folder}/exe`).catch(() => null),
    ]);
    const facts = readStat(stat);
    if (facts === null) return null;
    return {
      parent: facts.parent,
      process: {
        pid,
        startedAt: facts.startedAt,
        program: program?.replace(/ \(deleted\)$/, '') ?? null,
        name: facts.name,
        args: commandLine.split('\0').slice(0, -1),
      },
    };
  } catch {
    return null;
  }
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
  return { parent: Number(parent), process: { pid, startedAt, program, name, args: [] } };
}
