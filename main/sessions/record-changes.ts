import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import type { Journal } from '../journal/journal.ts';
import type { LiveState } from '../state/live-state.ts';
import { eventsBetween } from './session-events.ts';

/** Records visible changes of profiles and sessions in the journal, once per change, whatever caused them. */
export function recordChanges(live: LiveState, journal: Pick<Journal, 'note'>): void {
  const last = new Map<ProfileId, Row>(live.rows().map((row) => [row.profile.id, row]));
  const tell = (before: Row | undefined, after: Row | undefined) => {
    const profile = after?.profile ?? before?.profile;
    for (const { what, facts, happenedAt } of eventsBetween(before, after))
      if (profile) journal.note(what, profile, facts, happenedAt);
  };
  live.watch(({ rows = [], gone = [] }) => {
    for (const row of rows) {
      const before = last.get(row.profile.id);
      last.set(row.profile.id, row);
      tell(before, row);
    }
    for (const id of gone) {
      const before = last.get(id);
      last.delete(id);
      if (before) tell(before, undefined);
    }
  });
}
