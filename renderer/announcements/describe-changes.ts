import { type RowStatus, rowStatus } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';

/** A server whose status has changed. */
export interface StatusChange {
  readonly name: string;
  readonly status: AnnouncedStatus;
}

/**
 * The statuses that are announced: what a check found out.
 *
 * What a person does is not (log-ins and log-outs say themselves how they went), nor what the clock alone changes.
 */
const announced = [
  'refused',
  'blocked',
  'certificate-changed',
  'licence',
  'unreachable',
  'uncertain',
  'accepted',
] as const;
type AnnouncedStatus = (typeof announced)[number];

/** Whether a row has a new status to announce. `before`: the row when the status was last known. */
export function statusChange(before: Row, after: Row, now: number): StatusChange | null {
  // Both at the same moment, so that a session does not count as changed because time has passed.
  const was = checkedStatus(before, now);
  const status = checkedStatus(after, now);
  return was === null || status === null || was === status ? null : { name: after.profile.name, status };
}

/** The status if a check has found it out, an expiring session being an accepted one; else null. */
function checkedStatus({ session, endings }: Row, now: number): AnnouncedStatus | null {
  const status: RowStatus = rowStatus({ session, endings }, now, 0);
  return announced.find((one) => one === status) ?? null;
}

/** "Airport T2: rejected. 3 servers: server unreachable": one sentence for each status, the worst first. */
export function describeChanges(t: Translate, changes: readonly StatusChange[]): string {
  return announced
    .flatMap((status) => {
      const names = changes.filter((change) => change.status === status).map(({ name }) => name);
      const [name] = names;
      if (name === undefined) return [];
      const state = t(`servers:status.${status}.word`);
      return names.length === 1
        ? [t('servers:announced.one', { name, state })]
        : [t('servers:announced.several', { count: names.length, state })];
    })
    .join(' ');
}
