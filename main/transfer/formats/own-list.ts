import * as v from 'valibot';
import { addressText, environments, type Profile } from '../../../contract/profiles/profile.ts';
import { maxEntries } from '../../../contract/transfer.ts';
import type { ImportedEntry } from './imported-entry.ts';

/** Longer than every field; a text that is too long for its field invalidates only that entry. */
const text = v.pipe(v.string(), v.maxLength(5_000));

const entry = v.strictObject({
  name: text,
  address: text,
  userName: text,
  tags: v.pipe(v.array(text), v.maxLength(100)),
  environment: v.picklist(environments),
  favourite: v.boolean(),
  notes: v.optional(text),
  hidden: v.exactOptional(v.literal(true)),
  /** SHA-256 fingerprint of the pinned certificate. */
  pin: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

const handOver = v.strictObject({
  fmt: v.literal('ffsm-hand-over'),
  v: v.literal(1),
  minReader: v.literal(1),
  profiles: v.pipe(v.array(entry), v.maxLength(maxEntries)),
});

/** The text of an exported list: the profiles without secrets, and their pinned certificates if `withPins`. */
export function ownListText(profiles: readonly Profile[], withPins: boolean): string {
  const content: v.InferInput<typeof handOver> = {
    fmt: 'ffsm-hand-over',
    v: 1,
    minReader: 1,
    // SECURITY: an allow-list of fields, so that nothing else of a profile gets into the file.
    profiles: profiles.map(
      ({ name, address, userName, tags, environment, favourite, notes, hidden, tls }) => ({
        name,
        address: addressText(address),
        userName,
        tags: [...tags],
        environment,
        favourite,
        ...(notes ? { notes } : {}),
        ...(hidden ? { hidden } : {}),
        ...(withPins && tls.mode === 'pin' ? { pin: tls.fingerprint } : {}),
      }),
    ),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Parses an exported list; null if it is not valid. */
export function readOwnList(raw: unknown): readonly ImportedEntry[] | null {
  const read = v.safeParse(handOver, raw);
  if (!read.success) return null;
  return read.output.profiles.map(({ pin = null, notes = null, ...rest }) => ({
    ...rest,
    notes,
    pin,
    kept: null,
  }));
}
