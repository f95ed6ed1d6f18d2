import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import type { SecretPlace } from '../../../contract/sessions/session.ts';

/** The secrets of one profile, in the clear; only ever in memory, and only while a backup is made or read. */
export interface PlainSecrets {
  readonly token: string | null;
  readonly password: string | null;
}

/** Secrets that come back from a backup, and the profile that they are for. */
export interface RestoredSecrets extends PlainSecrets {
  readonly profile: Profile;
}

/** What became of the secrets of one profile. */
export interface StoredSecretsState {
  /** Where the token rests; null if there is none. */
  readonly secret: SecretPlace | null;
  readonly passwordKept: boolean;
}

/** Where a backup gets its secrets from, and where they go when it is imported. */
export interface TransferSecrets {
  /** What is kept for exactly this profile; null for what there is not, or cannot be read. */
  secretsOf(profile: Profile): PlainSecrets;
  /** Keeps many at once, and tells what became of each. A password goes only where a typed one may be kept. */
  keepAll(items: readonly RestoredSecrets[]): Promise<ReadonlyMap<ProfileId, StoredSecretsState>>;
}
