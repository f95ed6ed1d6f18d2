import type { ProfileId } from '../../contract/profile.ts';
import { type SettledSession, settled } from '../../contract/session.ts';
import type { Row } from '../../contract/state.ts';
import type { Journal } from '../journal/journal.ts';
import type { LiveState } from '../live-state.ts';
import { turnsOf } from './journal-rules.ts';

/** Notes in the journal what happens to sessions by themselves: each refusal and each end once. */
export function noteTurns(live: LiveState, journal: Pick<Journal, 'note'>): void {
  const last = new Map<ProfileId, SettledSession>();
  const remember = ({ profile, session }: Row) => last.set(profile.id, settled(session));
  live.rows().forEach(remember);
  live.watch(({ rows = [], gone = [] }) => {
    for (const row of rows) {
      const before = last.get(row.profile.id);
      remember(row);
      if (!before) continue;
      for (const turn of turnsOf(before, settled(row.session))) {
        if (turn.what === 'session-expired')
          journal.note(turn.what, row.profile, turn.facts, turn.happenedAt);
        else if (turn.what === 'session-refused') journal.note(turn.what, row.profile, turn.facts);
        else journal.note(turn.what, row.profile, turn.facts);
      }
    }
    for (const id of gone) last.delete(id);
  });
}
