import { basename } from 'node:path';
import { sanitizeText } from '../../servers/http/sanitize-text.ts';
import type { Process } from './process-tree.ts';

/** The program that asks by way of `ffsm`. */
export interface Caller {
  /** What a person reads; empty if it is not known. */
  readonly name: string;
  /** The path of the program; null if it could not be read, so that no permission is kept for it. */
  readonly program: string | null;
  /** The program that started it; null if there is none above it but the system. */
  readonly parent: string | null;
  readonly pid: number;
  /**
   * What a permission is for: the program and the one that started it; null if it is not known well enough. Processes that
   * the program starts share it, so that a program with many of them asks once.
   */
  readonly identity: string | null;
}

/** A program that could not be found out. */
export const unknownCaller: Caller = { name: '', program: null, parent: null, pid: 0, identity: null };

const maxName = 60;
const clients = ['curl', 'perl'];
const shells = [
  ...['sh', 'dash', 'bash', 'zsh', 'fish', 'ksh', 'mksh', 'ash', 'busybox', 'tcsh', 'csh', 'pwsh', 'nu'],
  ...['tmux', 'tmux: server', 'screen', 'script', 'sudo', 'su', 'env', 'nohup', 'setsid', 'timeout', 'xargs'],
  ...['login', 'make', 'time', 'nice', 'stdbuf'],
];
const systems = ['systemd', 'init', 'launchd'];

/**
 * The program at the beginning of the work: the nearest ancestor of the client that is neither a shell nor the like, or the
 * outermost shell. `tree`: the process that connected and its ancestors.
 */
export function findCaller(tree: readonly Process[]): Caller {
  const [first, ...ancestors] = tree;
  if (first === undefined) return unknownCaller;
  // What connects without `ffsm` is asked about itself.
  const candidates = clients.includes(nameOf(first)) ? ancestors : tree;
  const users = candidates.filter((each) => !systems.includes(nameOf(each)) && each.pid !== 1);
  const at = users.findIndex((each) => !isShell(each));
  const found = at < 0 ? users.at(-1) : users[at];
  if (found === undefined) return unknownCaller;
  const above = at < 0 ? [] : users.slice(at + 1);
  const parent = (above.find((each) => !isShell(each)) ?? above.at(-1))?.program ?? null;
  const { program, pid } = found;
  return {
    name: nameOf(found),
    program,
    parent,
    pid,
    identity: program === null ? null : JSON.stringify([program, parent]),
  };
}

function isShell(process: Process): boolean {
  return shells.includes(nameOf(process)) || shells.includes(process.name);
}

function nameOf({ program, name }: Process): string {
  return program === null ? name : basename(program);
}

/** The name of a program as it can be shown; empty if it is not known. */
export function callerName({ name }: Caller): string {
  return sanitizeText(name, maxName);
}
