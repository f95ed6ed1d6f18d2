import type { Profile } from '../../contract/profiles/profile.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { Vault } from '../vault/vault.ts';

/** The secrets of a profile that would move with it to another connection. */
export interface StoredSecrets {
  /** Fingerprint of the token; `unreadable` if it cannot be opened now, null if there is none. */
  readonly token: string | null;
  readonly password: boolean;
  /** Whether there is a client certificate. */
  readonly clientKey: boolean;
  /** IDs of the pending log-outs. */
  readonly endings: readonly string[];
}

interface Deps {
  readonly vault: Pick<Vault, 'find' | 'holdsPassword' | 'holdsClientKey'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'following'>;
}

export function storedSecrets({ vault, pendingLogouts }: Deps, profile: Profile): StoredSecrets {
  const found = vault.find(profile);
  const unread = found.kind === 'none' ? null : found.kind;
  return {
    token: found.kind === 'token' ? found.token.fingerprint : unread,
    password: vault.holdsPassword(profile.id),
    clientKey: vault.holdsClientKey(profile.id),
    endings: pendingLogouts.following(profile),
  };
}

export function isNothing({ token, password, clientKey, endings }: StoredSecrets): boolean {
  return token === null && !password && !clientKey && endings.length === 0;
}

/** Whether `after` holds nothing that was not already in `before`. */
export function isWithin(after: StoredSecrets, before: StoredSecrets): boolean {
  return (
    (after.token === null || after.token === before.token) &&
    (!after.password || before.password) &&
    (!after.clientKey || before.clientKey) &&
    after.endings.every((id) => before.endings.includes(id))
  );
}
