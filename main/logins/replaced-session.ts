import type { ServerProblem } from '../../contract/core/problem.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { ApiClient } from '../servers/api-client.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';

/** The token that a new log-in will replace; null if none can be read. */
export function replacedToken(vault: Pick<Vault, 'find'>, profile: Profile): Token | null {
  const found = vault.find(profile);
  return found.kind === 'token' ? found.token : null;
}

/**
 * Ends the session that a new log-in replaced, for servers that would keep both.
 *
 * Runs in the background: a server that dropped the session itself answers that it is unknown. Any
 * other problem is passed to `failed`; the session then lasts until its expiry, unless the caller retries.
 */
export function endReplacedSession(
  client: Pick<ApiClient, 'logout'>,
  earlier: Token | null,
  kept: Token,
  failed: (earlier: Token, problem: ServerProblem) => void = () => undefined,
): void {
  // SECURITY: a server may return the same token again; ending it would end the new session (0019).
  if (earlier === null || earlier.reveal() === kept.reveal()) return;
  void client.logout(earlier, AbortSignal.timeout(15_000)).then((answer) => {
    if (!answer.ok) failed(earlier, answer.problem);
  });
}
