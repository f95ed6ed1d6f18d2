import { createHash, timingSafeEqual } from 'node:crypto';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Token } from '../token/token.ts';
import { pendingLogoutIdOf, type SecretKind } from './crypto/record.ts';
import type { VaultCore } from './vault-core.ts';

/**
 * The profile whose token this is, in use or waiting for its end; null if it is none of those that can be read.
 *
 * `profiles` are those under which tokens open. Every token is compared, so that the time tells nothing of a match.
 */
export function findTokenHolder(
  { memory, state }: Pick<VaultCore, 'memory' | 'state'>,
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
