import type { Profile } from '../../contract/profiles/profile.ts';
import type { Endings } from '../sessions/pending-logouts.ts';
import type { Vault } from '../vault/vault.ts';

/** What is held of one profile's secrets that would follow it to another place. */
export interface HeldSecrets {
  /** The fingerprint of the token; `unreadable` for one that cannot be opened now, null for none. */
  readonly token: string | null;
  readonly password: boolean;
  /** The ids of the pending log-outs. */
  readonly endings: readonly string[];
}

interface Parts {
  readonly vault: Pick<Vault, 'find' | 'holdsPassword'>;
  readonly endings: Pick<Endings, 'following'>;
}

export function heldSecrets({ vault, endings }: Parts, profile: Profile): HeldSecrets {
  const found = vault.find(profile);
  const unread = found.kind === 'none' ? null : found.kind;
  return {
    token: found.kind === 'token' ? found.token.fingerprint : unread,
    password: vault.holdsPassword(profile.id),
    endings: endings.following(profile),
  };
}

export function isNothing({ token, password, endings }: HeldSecrets): boolean {
  return token === null && !password && endings.length === 0;
}

/** Is there nothing in `after` that a person was not told of with `before`? */
export function isWithin(after: HeldSecrets, before: HeldSecrets): boolean {
  return (
    (after.token === null || after.token === before.token) &&
    (!after.password || before.password) &&
    after.endings.every((id) => before.endings.includes(id))
  );
}
