import { createHash, timingSafeEqual } from 'node:crypto';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Token } from '../token/token.ts';
import { pendingLogoutIdOf, type SecretKind } from './crypto/record.ts';
import type { VaultFile } from './vault-file.ts';

/**
 * The profile that has this token, in use or pending log-out; null if none of the readable ones has it.
 *
 * `profiles` are those that tokens are sealed for. Compares with every token, so that the time reveals nothing.
 */
export function findTokenHolder(
  { memory, state }: Pick<VaultFile, 'memory' | 'state'>,
  token: Token,
  profiles: readonly Profile[],
): ProfileId | null {
  const sought = digest(token.reveal());
  let holder: ProfileId | null = null;
  const compare = (text: string | null, id: ProfileId) => {
    if (text !== null && timingSafeEqual(digest(text), sought)) holder = id;
  };
  for (const held of memory.all()) compare(held.token.reveal(), held.profile.id);
  if (state.kind !== 'open') return holder;
  const known = new Map<string, Profile[]>();
  for (const profile of profiles) known.set(profile.id, [...(known.get(profile.id) ?? []), profile]);
  for (const record of state.contents.content.records)
    for (const profile of isToken(record.kind) ? (known.get(record.pid) ?? []) : [])
      compare(state.contents.openRecord(profile, record), profile.id);
  return holder;
}

function isToken(kind: string): kind is SecretKind {
  return kind === 'token' || pendingLogoutIdOf(kind) !== null;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
