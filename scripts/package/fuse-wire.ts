import { readFile } from 'node:fs/promises';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Reads the states of all fuses out of an Electron executable, one character each. */
export async function readFuseWire(file: string): Promise<string> {
  const bytes = await readFile(file);
  const wire = bytes.indexOf(sentinel) + sentinel.length;
  if (wire < sentinel.length) throw new Error(`There are no fuses in ${file}.`);
  const [version, length = 0] = bytes.subarray(wire, wire + 2);
  if (version !== 1) throw new Error(`The fuses of ${file} have the unknown version ${version}.`);
  return bytes.toString('latin1', wire + 2, wire + 2 + length);
}
