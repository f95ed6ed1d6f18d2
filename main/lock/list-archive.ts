import { done, type Result } from '../../contract/core/result.ts';
import type { CheckHistory } from '../checks/check-history.ts';
import type { Journal } from '../journal/journal.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Notices } from '../state/notices.ts';

interface Deps {
  readonly live: LiveState;
  readonly profileStore: Pick<ProfileStore, 'setAside' | 'fileName'>;
  readonly users: Pick<KnownUsers, 'setAside'>;
  readonly checkHistory: Pick<CheckHistory, 'forget'>;
  readonly journal: Pick<Journal, 'setAside'>;
  readonly notices: Pick<Notices, 'add'>;
  readonly undoSteps: { clear(): void };
  /** Puts the servers of the policy into the list again. */
  readonly addPolicyServers: () => void;
}

/**
 * Quarantines the list of servers, their users and the journal, and shows a notice; deletes nothing. The servers of a
 * policy are added again.
 *
 * Used when the vault is reset from a locked window, by somebody who has not proved to be its owner.
 */
export async function archiveList(deps: Deps): Promise<Result> {
  const { live, profileStore, users, checkHistory, journal, notices, undoSteps, addPolicyServers } = deps;
  for (const kept of [users, profileStore]) {
    const aside = await kept.setAside();
    if (!aside.ok) return aside;
  }
  const gone = live.rows().map(({ profile }) => profile.id);
  live.change({ gone, notices: [], clipboard: { note: null }, bulkLogin: null });
  // SECURITY: otherwise an undo would show servers of the list that was archived (0035).
  undoSteps.clear();
  await checkHistory.forget(gone);
  // Last, since the journal records the names of what was archived.
  const aside = await journal.setAside();
  if (!aside.ok) return aside;
  const keptAs = `${profileStore.fileName}.replaced-…`;
  addPolicyServers();
  notices.add({ code: 'list-archived', file: profileStore.fileName, keptAs });
  return done;
}
