import type { Result } from '../../contract/core/result.ts';
import type { SecretPlace } from '../../contract/sessions/session.ts';
import { isTokenText, Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';
import type { RestoredSecrets, StoredSecretsState, TransferSecrets } from './formats/secrets.ts';

/** The vault as source and destination of backups. */
export function vaultSecrets(
  vault: Pick<Vault, 'find' | 'password' | 'keep' | 'keepPassword' | 'clientKey' | 'keepClientKey'>,
): TransferSecrets {
  const keep = async ({
    profile,
    token,
    password,
    clientKey,
  }: RestoredSecrets): Promise<StoredSecretsState> => {
    const kept = isTokenText(token) ? await vault.keep(profile, new Token(token)) : null;
    const secret = kept && placeIfKept(kept);
    const passwordKept = password !== null && (await vault.keepPassword(profile, password)).ok;
    if (clientKey !== null) await vault.keepClientKey(profile, clientKey);
    return { secret, passwordKept };
  };
  return {
    secretsOf(profile) {
      const found = vault.find(profile);
      return {
        token: found.kind === 'token' ? found.token.reveal() : null,
        password: vault.password(profile),
        clientKey: vault.clientKey(profile),
      };
    },
    async keepAll(items) {
      const kept = await Promise.all(items.map(async (item) => [item.profile.id, await keep(item)] as const));
      return new Map(kept);
    },
  };
}

/** If writing failed, the vault holds the token in memory; a locked vault stores nothing. */
function placeIfKept(kept: Result<SecretPlace>): SecretPlace | null {
  if (kept.ok) return kept.value;
  return kept.problem.code === 'locked' ? null : 'memory';
}
