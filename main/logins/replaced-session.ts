import type { ServerProblem } from '../../contract/core/problem.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { ApiClient } from '../servers/api-client.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';

/** The token that a new login will replace; null if there is none to be read. */
export function replacedToken(vault: Pick<Vault, 'find'>, profile: Profile): Token | null {
  const found = vault.find(profile);
  return found.kind === 'token' ? found.token : null;
}

/**
 * Ends the session that a new login has replaced, for servers that let both live.
 *
 * Nobody waits for it: a server that dropped the session itself answers that it does not know it. One that cannot be asked
 * keeps it until its end, unless whoever is told of that sees to it.
 */
export function endReplacedSession(
  client: Pick<ApiClient, 'logout'>,
  earlier: Token | null,
  kept: Token,
  failed: (earlier: Token, problem: ServerProblem) => void = () => undefined,
): void {
  // SECURITY: a server may give the same token again; ending it would end the session that was just granted (0019).
  if (earlier === null || earlier.reveal() === kept.reveal()) return;
  void client.logout(earlier, AbortSignal.timeout(15_000)).then((answer) => {
    if (!answer.ok) failed(earlier, answer.problem);
  });
}
