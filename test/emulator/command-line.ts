import { readSwitchLine } from './switches/switch-line.ts';
import type { Switches } from './switches/switch-table.ts';

/** The parsed command line. */
export interface CommandLine {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly https: boolean;
  readonly switches: Partial<Switches>;
  /** Changes limited to a path, as typed. */
  readonly limited: readonly string[];
}

/** Parses the command line; returns a message if it is invalid. */
export function readCommandLine(words: readonly string[]): CommandLine | string {
  let line: CommandLine = {
    help: false,
    port: 8080,
    host: '127.0.0.1',
    https: false,
    switches: {},
    limited: [],
  };
  const rest = words.flatMap((word) => (/^--[a-z-]+=/.test(word) ? splitOnce(word) : [word]));
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--help' || word === '-h') line = { ...line, help: true };
    else if (word === '--https') line = { ...line, https: true };
    else if (word === '--api') line = withSwitches(line, { prefix: '/api' });
    else {
      const value = rest.shift();
      const next = takesValue(word) ? withOption(line, word, value) : `There is no option ${word}.`;
      if (typeof next === 'string') return next;
      line = next;
    }
  }
  return line;
}

const options = ['--port', '--host', '--auth-type', '--session-seconds', '--fault', '--switch'] as const;
type Option = (typeof options)[number];

function takesValue(word: string): word is Option {
  return options.some((option) => option === word);
}

function withOption(line: CommandLine, option: Option, value: string | undefined): CommandLine | string {
  if (value === undefined) return `${option} needs a value.`;
  switch (option) {
    case '--port': {
      const port = Number(value);
      const valid = /^\d+$/.test(value) && port <= 65_535;
      return valid ? { ...line, port } : `"${value}" is not a port: use a number from 0 to 65535.`;
    }
    case '--host':
      return { ...line, host: value };
    case '--auth-type':
      return withSwitchLine(line, `authType=${value}`);
    case '--session-seconds':
      return withSwitchLine(line, `sessionSeconds=${value}`);
    case '--fault':
    case '--switch':
      return withSwitchLine(line, value);
  }
}

function withSwitchLine(line: CommandLine, text: string): CommandLine | string {
  const read = readSwitchLine(text);
  if (typeof read === 'string') return read;
  if (read.where !== undefined) return { ...line, limited: [...line.limited, text] };
  return withSwitches(line, read.changes);
}

function withSwitches(line: CommandLine, changes: Partial<Switches>): CommandLine {
  return { ...line, switches: { ...line.switches, ...changes } };
}

function splitOnce(word: string): [string, string] {
  const equals = word.indexOf('=');
  return [word.slice(0, equals), word.slice(equals + 1)];
}
