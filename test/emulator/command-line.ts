import { parseArgs } from 'node:util';
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

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  https: { type: 'boolean', default: false },
  api: { type: 'boolean', default: false },
  port: { type: 'string', default: '8080' },
  host: { type: 'string', default: '127.0.0.1' },
  'auth-type': { type: 'string' },
  'session-seconds': { type: 'string' },
  fault: { type: 'string', multiple: true },
  switch: { type: 'string', multiple: true },
} as const;

/** Parses the command line; returns a message if it is invalid. */
export function readCommandLine(words: readonly string[]): CommandLine | string {
  const values = parse(words);
  if (typeof values === 'string') return values;
  const { help, https, host, fault = [], switch: switched = [] } = values;
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    return `"${values.port}" is not a port: use a number from 0 to 65535.`;
  const typed = [...fault, ...switched];
  if (values['auth-type'] !== undefined) typed.push(`authType=${values['auth-type']}`);
  if (values['session-seconds'] !== undefined) typed.push(`sessionSeconds=${values['session-seconds']}`);

  let switches: Partial<Switches> = values.api ? { prefix: '/api' } : {};
  const limited: string[] = [];
  for (const text of typed) {
    const read = readSwitchLine(text);
    if (typeof read === 'string') return read;
    if (read.where === undefined) switches = { ...switches, ...read.changes };
    else limited.push(text);
  }
  return { help, port, host, https, switches, limited };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    // After the first sentence comes a hint about values that begin with a dash.
    const [sentence = ''] = (error as Error).message.split(/\.\s/);
    return `${sentence}.`;
  }
}
