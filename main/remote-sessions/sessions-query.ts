import type { SessionFilter } from '../../contract/sessions/remote-sessions.ts';
import type { SessionWish } from '../servers/sessions-requests.ts';
import type { Looker } from './session-owner.ts';

/** What a server is asked for so that it lists what is wanted. */
export function wishOf({ user, profile }: Looker, filter: SessionFilter): SessionWish {
  const { whose, status, activeOnly } = filter;
  return { status, activeOnly, userName: whose === 'mine' ? (user?.name ?? profile.userName) : null };
}
