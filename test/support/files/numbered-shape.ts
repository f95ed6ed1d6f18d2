import * as v from 'valibot';
import { type FileFormat, versionedJsonFormat } from '../../../main/files/file-format.ts';

const schema = v.strictObject({
  fmt: v.literal('numbered'),
  v: v.literal(1),
  minReader: v.literal(1),
  id: v.string(),
  gen: v.number(),
  filler: v.string(),
});

/** The content of a file with generations, like the vault. */
export type Numbered = v.InferOutput<typeof schema>;

/** The format of such a file. */
export const numbered: FileFormat<Numbered> = versionedJsonFormat({
  fmt: 'numbered',
  version: 1,
  largest: 100_000,
  schema,
  generation: ({ id, gen }) => ({ id, gen }),
});

/** The content of a generation. */
export function numberedAt(gen: number): Numbered {
  return { fmt: 'numbered', v: 1, minReader: 1, id: 'one', gen, filler: 'x'.repeat(200) };
}
