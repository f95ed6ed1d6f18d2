import type { EpochMs } from '../../../contract/core/time.ts';
import { hasToken, type RowStatus, sessionStatus } from '../../../contract/sessions/session.ts';
import type { Row } from '../../../contract/state.ts';
import type { SessionEnd } from './place-pins.ts';

/** Of these nothing ends any more, or the app has nothing to end. */
const dead: ReadonlySet<RowStatus> = new Set<RowStatus>(['expired', 'refused', 'blocked', 'unreadable']);

/** The sessions that are alive, as far as is known, and whose end the server told. */
export function sessionEnds(rows: readonly Row[], now: EpochMs, expiringMs: number): readonly SessionEnd[] {
  return rows.flatMap(({ profile: { id, name, environment }, session }) => {
    if (!hasToken(session) || session.expiresAt === null) return [];
    if (dead.has(sessionStatus(session, now, expiringMs))) return [];
    return [{ id, name, environment, loggedInAt: session.loggedInAt, endsAt: session.expiresAt }];
  });
}
