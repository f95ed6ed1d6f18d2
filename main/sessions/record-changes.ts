import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import type { Journal } from '../journal/journal.ts';
import type { LiveState } from '../state/live-state.ts';
import { eventsBetween, type SessionChange } from './session-events.ts';

type ProfileEvent = SessionChange & { readonly profile: Row['profile'] };

/** Records visible changes of profiles and sessions in the journal, once per change, whatever caused them. */
export function recordChanges(live: LiveState, journal: Pick<Journal, 'note'>): void {
  const last = new Map<ProfileId, Row>(live.rows().map((row) => [row.profile.id, row]));
  const eventsOf = (before: Row | undefined, after: Row | undefined): readonly ProfileEvent[] => {
    const profile = after?.profile ?? before?.profile;
    return profile ? eventsBetween(before, after).map((event) => ({ ...event, profile })) : [];
  };
  live.watch(({ rows = [], gone = [] }) => {
    const events: ProfileEvent[] = [];
    for (const row of rows) {
      events.push(...eventsOf(last.get(row.profile.id), row));
      last.set(row.profile.id, row);
    }
    for (const id of gone) {
      const before = last.get(id);
      last.delete(id);
      if (before) events.push(...eventsOf(before, undefined));
    }
    const edited = events.filter(({ what }) => what === 'profile-edited').length;
    // Servers that were edited at once are one entry, since thousands would hide all others.
    if (edited > 1) journal.note('profiles-edited', null, { profiles: edited });
    for (const { what, facts, happenedAt, profile } of events)
      if (edited < 2 || what !== 'profile-edited') journal.note(what, profile, facts, happenedAt);
  });
}
