import * as v from 'valibot';
import { addressText, environments, type Profile } from '../../../contract/profiles/profile.ts';
import { maxEntries } from '../../../contract/transfer.ts';
import type { ImportedEntry } from './imported-entry.ts';

/** Longer than anything an entry may have; what is merely too long for its field makes that entry unusable. */
const text = v.pipe(v.string(), v.maxLength(5_000));

const entry = v.strictObject({
  name: text,
  address: text,
  userName: text,
  tags: v.pipe(v.array(text), v.maxLength(100)),
  environment: v.picklist(environments),
  favourite: v.boolean(),
  /** The SHA-256 fingerprint of the one certificate to trust. */
  pin: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

const handOver = v.strictObject({
  fmt: v.literal('ffsm-hand-over'),
  v: v.literal(1),
  minReader: v.literal(1),
  profiles: v.pipe(v.array(entry), v.maxLength(maxEntries)),
});

/** The text of a hand-over file: what everybody may know of these profiles, and their certificates if asked for. */
export function ownListText(profiles: readonly Profile[], withPins: boolean): string {
  const content: v.InferInput<typeof handOver> = {
    fmt: 'ffsm-hand-over',
    v: 1,
    minReader: 1,
    // SECURITY: named one by one, so that nothing else of a profile ever gets into the file.
    profiles: profiles.map(({ name, address, userName, tags, environment, favourite, tls }) => ({
      name,
      address: addressText(address),
      userName,
      tags: [...tags],
      environment,
      favourite,
      ...(withPins && tls.mode === 'pin' ? { pin: tls.fingerprint } : {}),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The entries of a hand-over file; null if it is not whole. */
export function readOwnList(raw: unknown): readonly ImportedEntry[] | null {
  const read = v.safeParse(handOver, raw);
  if (!read.success) return null;
  return read.output.profiles.map(({ pin = null, ...rest }) => ({ ...rest, pin, kept: null }));
}
