import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import type { SecretPlace } from '../../../contract/sessions/session.ts';

/** The secrets of one profile in clear text; only in memory, while a backup is written or restored. */
export interface PlainSecrets {
  readonly token: string | null;
  readonly password: string | null;
  /** The key and the chain of the client certificate, in PEM. */
  readonly clientKey: string | null;
}

/** Secrets from a backup with their profile. */
export interface RestoredSecrets extends PlainSecrets {
  readonly profile: Profile;
}

/** The result of restoring the secrets of one profile. */
export interface StoredSecretsState {
  /** Where the token is stored; null if there is none. */
  readonly secret: SecretPlace | null;
  readonly passwordKept: boolean;
}

/** The source of secrets for a backup, and their destination on restore. */
export interface TransferSecrets {
  /** The secrets stored for exactly this profile; null for those that are missing or unreadable. */
  secretsOf(profile: Profile): PlainSecrets;
  /** Stores many secrets and returns the result of each. Passwords follow the rules for typed ones. */
  keepAll(items: readonly RestoredSecrets[]): Promise<ReadonlyMap<ProfileId, StoredSecretsState>>;
}
