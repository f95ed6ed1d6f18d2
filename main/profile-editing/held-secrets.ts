import type { Profile } from '../../contract/profiles/profile.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { Vault } from '../vault/vault.ts';

/** What is held of one profile's secrets that would follow it to another place. */
export interface StoredSecrets {
  /** The fingerprint of the token; `unreadable` for one that cannot be opened now, null for none. */
  readonly token: string | null;
  readonly password: boolean;
  /** The ids of the pending log-outs. */
  readonly endings: readonly string[];
}

interface Deps {
  readonly vault: Pick<Vault, 'find' | 'holdsPassword'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'following'>;
}

export function storedSecrets({ vault, pendingLogouts }: Deps, profile: Profile): StoredSecrets {
  const found = vault.find(profile);
  const unread = found.kind === 'none' ? null : found.kind;
  return {
    token: found.kind === 'token' ? found.token.fingerprint : unread,
    password: vault.holdsPassword(profile.id),
    endings: pendingLogouts.following(profile),
  };
}

export function isNothing({ token, password, endings }: StoredSecrets): boolean {
  return token === null && !password && endings.length === 0;
}

/** Is there nothing in `after` that a person was not told of with `before`? */
export function isWithin(after: StoredSecrets, before: StoredSecrets): boolean {
  return (
    (after.token === null || after.token === before.token) &&
    (!after.password || before.password) &&
    after.endings.every((id) => before.endings.includes(id))
  );
}
