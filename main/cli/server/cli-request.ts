/** A command as `ffsm` sends it. */
export interface CliRequest {
  /** What was typed behind `ffsm`. */
  readonly args: readonly string[];
  /** A password from a prompt or from standard input; null: none was asked for. */
  readonly password: string | null;
  /** Whether a person sits at a terminal. */
  readonly isInteractive: boolean;
}

/** Maximum size of a request in bytes, and of its parts. */
export const maxRequestBytes = 64 * 1024;
const maxArguments = 256;

/** Reads the form that `ffsm` sends; null if it is not one. */
export function readCliRequest(body: string): CliRequest | null {
  const fields = new URLSearchParams(body);
  const known = ['arg', 'password', 'tty'];
  if ([...fields.keys()].some((name) => !known.includes(name))) return null;
  const args = fields.getAll('arg');
  if (args.length > maxArguments || args.some((arg) => arg.includes('\0'))) return null;
  return { args, password: fields.get('password'), isInteractive: fields.get('tty') === '1' };
}
