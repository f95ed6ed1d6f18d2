import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import { keyCheckValue } from './crypto/envelope-mac.ts';
import { pendingLogoutIdOf, type SecretKind } from './crypto/record.ts';
import type { Slot } from './crypto/vault-schema.ts';
import { VaultContents } from './vault-contents.ts';

/**
 * Reseals all secrets under another key; fails if a record opens for none of the profiles.
 *
 * A profile occurs more than once if its pending log-outs belong to an earlier address or trust.
 */
export function resealed(
  contents: VaultContents,
  key: Uint8Array,
  slots: readonly Slot[],
  profiles: readonly Profile[],
): Result<VaultContents> {
  const { records, ...head } = contents.content;
  const { vaultId } = head;
  const fresh = new VaultContents(key, {
    ...head,
    slots: [...slots],
    kcv: keyCheckValue(key, vaultId),
    records: [],
  });
  let unreadable = 0;
  for (const { pid, kind } of records) {
    const isCarried = isKnown(kind) && profiles.some((profile) => carry(profile, kind));
    if (!isCarried) unreadable += 1;

    function carry(profile: Profile, kind: SecretKind): boolean {
      const secret = profile.id === pid ? contents.open(profile, kind) : null;
      if (secret !== null) fresh.put(profile, kind, secret);
      return secret !== null;
    }
  }
  return unreadable === 0 ? ok(fresh) : fail({ code: 'records-unreadable', count: unreadable });
}

function isKnown(kind: string): kind is SecretKind {
  const plain: readonly string[] = ['token', 'password', 'client-key', 'programs'];
  return plain.includes(kind) || pendingLogoutIdOf(kind) !== null;
}
