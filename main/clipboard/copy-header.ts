import { fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { AutoLogout } from '../auto-logout/auto-logout.ts';
import type { Journal } from '../journal/journal.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { expiryOf, headerLine, mayOverrule, reasonNotToCopy } from '../token/token-header.ts';
import type { Vault } from '../vault/vault.ts';
import type { SecretClipboard } from './secret-clipboard.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly vault: Pick<Vault, 'find'>;
  readonly autoLogout: Pick<AutoLogout, 'isOver'>;
  readonly clipboard: SecretClipboard;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
  readonly clearAfterSeconds: () => number | null;
}

/** Copies the header of a profile to the clipboard. */
export class HeaderCopy {
  constructor(private readonly deps: Deps) {}

  /** Copies the header; for a session that is known to have ended only with `anyway`. */
  async copy(id: ProfileId, anyway: boolean): Promise<Result> {
    const { sessions, vault, autoLogout, clipboard, now, clearAfterSeconds } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const reason = reasonNotToCopy(sessions.session(id), now(), autoLogout.isOver(id));
    if (reason && !(anyway && mayOverrule(reason))) return fail(reason);
    const found = vault.find(profile);
    if (found.kind !== 'token') {
      void sessions.dispatch(id, { type: 'secret-moved', secret: 'unreadable' });
      return fail({ code: 'secret-unreadable' });
    }
    const { name, userName, environment } = profile;
    const endsAt = expiryOf(sessions.session(id));
    const note = { profileId: id, name, userName, production: environment === 'production', endsAt };
    const copied = await clipboard.copy(headerLine(found.token), note, clearAfterSeconds());
    if (!copied.ok) return copied;
    sessions.touch(id);
    const facts = { production: note.production, anyway: reason !== null };
    this.deps.journal.note('header-copied', profile, facts);
    return copied;
  }
}
