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

/** The content of a file that counts its generations, as the vault does. */
export type Numbered = v.InferOutput<typeof schema>;

/** How such a file is read and written. */
export const numbered: FileFormat<Numbered> = versionedJsonFormat({
  fmt: 'numbered',
  version: 1,
  largest: 100_000,
  schema,
  generation: ({ id, gen }) => ({ id, gen }),
});

/** The content at a generation. */
export function numberedAt(gen: number): Numbered {
  return { fmt: 'numbered', v: 1, minReader: 1, id: 'one', gen, filler: 'x'.repeat(200) };
}
