import type { CliTranslate } from './command.ts';

/** The commands of `ffsm` in the order of the help, with what follows their names. */
const usages = {
  list: '[--json]',
  header: '{name}',
  token: '{name}',
  curl: '{name} {path} [-- {option}…]',
  exec: '{name} -- {program}…',
  login: '{name}',
  logout: '{name}',
  check: '[{name}]',
  copy: '{name} [--as {format}]',
  open: '{name} [--docs]',
  lock: '',
  status: '',
  quick: '',
  get: '{name}',
  kube: '{name}',
  mcp: '',
} as const;

type CommandName = keyof typeof usages;

/** The names of the commands. */
export const commandNames = Object.keys(usages) as readonly CommandName[];

/** Whether the name of a server follows a command. */
export function takesServer(command: string): boolean {
  return Object.hasOwn(usages, command) && /^\[?\{name\}/.test(usages[command as CommandName]);
}

/** What `ffsm help` prints. */
export function helpText(t: CliTranslate): string {
  const lines = commandNames.map((name) => [usage(t, name), t(`cli:commands.${name}`)]);
  const width = Math.max(...lines.map(([left = '']) => left.length));
  return [
    t('cli:help.about'),
    '',
    ...lines.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`),
    '',
    t('cli:help.names'),
    t('cli:help.asks'),
    t('cli:help.codes'),
  ].join('\n');
}

function usage(t: CliTranslate, name: CommandName): string {
  const rest = usages[name].replace(/\{(\w+)\}/g, (_, word: 'name') => t(`cli:words.${word}`));
  return `ffsm ${name} ${rest}`.trimEnd();
}
