import { fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { LeaseKeeper } from '../auto-logout/auto-logout.ts';
import type { Journal } from '../journal/journal.ts';
import type { Fleet } from '../sessions/session-store.ts';
import { endOf, headerLine, mayOverrule, reasonNotToCopy } from '../token/token-header.ts';
import type { Vault } from '../vault/vault.ts';
import type { ClipboardKeeper } from './secret-clipboard.ts';

interface Deps {
  readonly fleet: Fleet;
  readonly vault: Pick<Vault, 'find'>;
  readonly leases: Pick<LeaseKeeper, 'isOver'>;
  readonly clipboard: ClipboardKeeper;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
  readonly clearAfterSeconds: () => number | null;
}

/** Hands the header of a profile to other tools by way of the clipboard. */
export class HeaderCopy {
  constructor(private readonly deps: Deps) {}

  /** Copies the header; a session known to be dead only with `anyway`. */
  async copy(id: ProfileId, anyway: boolean): Promise<Result> {
    const { fleet, vault, leases, clipboard, now, clearAfterSeconds } = this.deps;
    const profile = fleet.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const reason = reasonNotToCopy(fleet.session(id), now(), leases.isOver(id));
    if (reason && !(anyway && mayOverrule(reason))) return fail(reason);
    const found = vault.find(profile);
    if (found.kind !== 'token') {
      void fleet.happen(id, { type: 'secret-moved', secret: 'unreadable' });
      return fail({ code: 'secret-unreadable' });
    }
    const { name, userName, environment } = profile;
    const endsAt = endOf(fleet.session(id));
    const note = { profileId: id, name, userName, production: environment === 'production', endsAt };
    const copied = await clipboard.copy(headerLine(found.token), note, clearAfterSeconds());
    if (!copied.ok) return copied;
    fleet.use(id);
    const facts = { production: note.production, anyway: reason !== null };
    this.deps.journal.note('header-copied', profile, facts);
    return copied;
  }
}
