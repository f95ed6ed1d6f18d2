import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Token } from '../token/token.ts';
import { reasonNotToCopy } from '../token/token-header.ts';
import type { Vault } from '../vault/vault.ts';
import type { SessionStore } from './session-store.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'session'>;
  readonly vault: Pick<Vault, 'find'>;
  readonly autoLogout: { isOver(id: ProfileId): boolean };
  readonly now: () => EpochMs;
}

/** The token of a profile, or why other programs must not use it now. */
export function tokenForPrograms({ sessions, vault, autoLogout, now }: Deps, id: ProfileId): Result<Token> {
  const profile = sessions.profile(id);
  if (!profile) return fail({ code: 'profile-gone' });
  // SECURITY: what may not be copied is not used for other programs either (0042, 0045).
  const reason = reasonNotToCopy(sessions.session(id), now(), autoLogout.isOver(id));
  if (reason) return fail(reason);
  const found = vault.find(profile);
  return found.kind === 'token' ? ok(found.token) : fail({ code: 'secret-unreadable' });
}
