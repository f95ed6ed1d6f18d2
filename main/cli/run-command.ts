import type { Asked, Command } from './commands/command.ts';
import { complete } from './commands/complete-command.ts';
import { helpText } from './commands/help.ts';
import { list } from './commands/list-command.ts';
import { check, copy, lock, login, logout, open, quick } from './commands/session-commands.ts';
import { curl, get, header, kube, session, token } from './commands/token-commands.ts';
import { mcp } from './mcp/mcp-command.ts';
import { exitCodes, failed, printed } from './server/cli-answer.ts';

const commands: { readonly [name: string]: Command } = {
  __complete: complete,
  check,
  copy,
  curl,
  get,
  header,
  kube,
  list,
  lock,
  login,
  logout,
  mcp,
  open,
  quick,
  session,
  status,
  token,
};

/** The commands that a locked app answers; of `mcp` and `__complete` only what holds no name. */
export const answeredWhileLocked: readonly string[] = [
  '__complete',
  'help',
  'lock',
  'mcp',
  // Its window asks for unlocking itself.
  'quick',
  'status',
  '--help',
  '--version',
];

/** Carries out the command of `ffsm`; `args` still holds its name. */
export async function runCommand(asked: Asked) {
  const [name = 'help', ...args] = asked.args;
  const { t, parts } = asked;
  if (name === 'help' || name === '--help' || name === '-h') return printed(helpText(t));
  if (name === '--version') return printed(parts.appVersion);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return failed(exitCodes.usage, t('cli:unknownCommand', { name }));
  return command({ ...asked, args });
}

/** `ffsm status`: whether the app is locked, and how many servers it has, if it is not. */
async function status({ parts, t }: Asked) {
  const isLocked = parts.live.read().lock.kind === 'locked';
  return isLocked
    ? printed(t('cli:isLocked'), exitCodes.locked)
    : printed(t('cli:isOpen', { count: parts.live.rows().length }));
}
