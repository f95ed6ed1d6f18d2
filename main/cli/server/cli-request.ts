/** A command as `ffsm` sends it. */
export interface CliRequest {
  /** What was typed behind `ffsm`. */
  readonly args: readonly string[];
  /** A password, or a message for `mcp`; null: the command has none. */
  readonly input: string | null;
}

/** Maximum size of a request in bytes, and of its parts. */
export const maxRequestBytes = 64 * 1024;
const maxArguments = 256;

/** Reads the form that `ffsm` sends; null if it is not one. */
export function readCliRequest(body: string): CliRequest | null {
  const fields = new URLSearchParams(body);
  const known = ['arg', 'input'];
  if ([...fields.keys()].some((name) => !known.includes(name))) return null;
  const args = fields.getAll('arg');
  if (args.length > maxArguments || args.some((arg) => arg.includes('\0'))) return null;
  return { args, input: fields.get('input') };
}
