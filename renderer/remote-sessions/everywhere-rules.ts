import type { Problem } from '../../contract/problem.ts';
import type { ProfileId } from '../../contract/profile.ts';
import type { RemoteSession, SessionPage } from '../../contract/remote-sessions.ts';
import type { SessionRights } from '../../contract/session-rights.ts';
import type { EndGroup } from './end-steps.ts';
import { mayEnd } from './view-rules.ts';

/** What one server said about the sessions of one's own. */
export type Said =
  | { readonly kind: 'page'; readonly page: SessionPage }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A server that is asked. */
export interface AskedServer {
  readonly profileId: ProfileId;
  readonly name: string;
  readonly userName: string;
  /** Null until it has answered. */
  readonly said: Said | null;
}

/** Which of the sessions of a server are to be ended, as far as the account may end them. */
export type Choice = (sessions: readonly RemoteSession[], rights: SessionRights) => readonly RemoteSession[];

/** Everything that the account may end, what this app uses too. */
export const endable: Choice = (sessions, rights) => sessions.filter((session) => mayEnd(session, rights));

/** What a choice would end, server by server. */
export function groupsOf(servers: readonly AskedServer[], choice: Choice): readonly EndGroup[] {
  return servers.flatMap(({ said, ...server }) => {
    if (said?.kind !== 'page') return [];
    const sessions = choice(said.page.sessions, said.page.rights);
    return sessions.length === 0 ? [] : [{ ...server, listId: said.page.listId, sessions }];
  });
}

/** How many servers keep whatever they hold: they did not answer, or let the account see or end nothing else. */
export function untouchedBy(servers: readonly AskedServer[], choice: Choice): number {
  return servers.filter(({ said }) => {
    if (said?.kind !== 'page') return true;
    const { rights, sessions } = said.page;
    return (rights.view === 'current' || rights.end === 'current') && choice(sessions, rights).length === 0;
  }).length;
}

/** May a server hold more sessions than it has listed? */
export function isPartial(servers: readonly AskedServer[]): boolean {
  return servers.some(({ said }) => said?.kind === 'page' && said.page.more !== 'no');
}
