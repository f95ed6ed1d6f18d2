import type { Problem } from '../../../contract/core/problem.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { isInUse, type RemoteSession, type SessionPage } from '../../../contract/sessions/remote-sessions.ts';
import type { SessionRights } from '../../../contract/sessions/user.ts';
import type { EndGroup } from '../end/end-batches.ts';
import { mayEnd } from '../session/session-list.ts';

/** What one server said about the sessions of one's own. */
export type ListResult =
  | { readonly kind: 'page'; readonly page: SessionPage }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A server that is asked. */
export interface ServerSessions {
  readonly profileId: ProfileId;
  /** Its address; entries of the same one share a server. */
  readonly server: string;
  readonly name: string;
  readonly userName: string;
  /** Null until it has answered. */
  readonly result: ListResult | null;
  /** How many of its sessions stand with another entry of the same server. */
  readonly listedElsewhere?: number;
}

/**
 * The same servers with every session only once, though several entries of one account list it.
 *
 * It stays with the entry that uses it, else with the first that may end it: what one entry uses is no stranger's
 * session, even if another entry cannot tell.
 */
export function deduplicate(servers: readonly ServerSessions[]): readonly ServerSessions[] {
  const homes = new Map<string, { readonly profileId: ProfileId; readonly rank: number }>();
  for (const { result, profileId } of servers) {
    if (result?.kind !== 'page') continue;
    for (const session of result.page.sessions) {
      const rank = preference(session, result.page.rights);
      if (rank < (homes.get(session.identity)?.rank ?? Infinity))
        homes.set(session.identity, { profileId, rank });
    }
  }
  return servers.map((server) => {
    const { result, profileId } = server;
    if (result?.kind !== 'page') return server;
    const sessions = result.page.sessions.filter(
      ({ identity }) => homes.get(identity)?.profileId === profileId,
    );
    const listedElsewhere = result.page.sessions.length - sessions.length;
    return { ...server, result: { kind: 'page', page: { ...result.page, sessions } }, listedElsewhere };
  });
}

function preference(session: RemoteSession, rights: SessionRights): number {
  if (session.mark === 'own') return 0;
  if (session.mark === 'unknown') return 1;
  return (isInUse(session.mark) ? 2 : 4) + (mayEnd(session, rights) ? 0 : 1);
}

/** How many servers have responded, and how many could not. */
export function countProgress(servers: readonly ServerSessions[]): {
  readonly responded: number;
  readonly failed: number;
} {
  const count = (kind: ListResult['kind']) => servers.filter(({ result }) => result?.kind === kind).length;
  return { responded: count('page'), failed: count('problem') };
}

/** Which of the sessions of a server are to be ended, as far as the account may end them. */
export type SessionChoice = (
  sessions: readonly RemoteSession[],
  rights: SessionRights,
) => readonly RemoteSession[];

/** Everything that the account may end, what this app uses too. */
export const endable: SessionChoice = (sessions, rights) =>
  sessions.filter((session) => mayEnd(session, rights));

/** What a choice would end, server by server. */
export function groupByServer(
  servers: readonly ServerSessions[],
  choice: SessionChoice,
): readonly EndGroup[] {
  return servers.flatMap(({ result, ...server }) => {
    if (result?.kind !== 'page') return [];
    const sessions = choice(result.page.sessions, result.page.rights);
    return sessions.length === 0 ? [] : [{ ...server, listId: result.page.listId, sessions }];
  });
}

/** How many servers keep whatever they hold: they did not answer, or let the account see or end nothing else. */
export function countUntouched(servers: readonly ServerSessions[], choice: SessionChoice): number {
  const accountOf = ({ server, userName }: ServerSessions) => `${server}\n${userName}`;
  const isTouched = ({ result }: ServerSessions): boolean => {
    if (result?.kind !== 'page') return false;
    const { rights, sessions } = result.page;
    return (rights.view !== 'current' && rights.end !== 'current') || choice(sessions, rights).length > 0;
  };
  const touched = new Set(servers.filter(isTouched).map(accountOf));
  return new Set(servers.map(accountOf).filter((account) => !touched.has(account))).size;
}

/** May a server hold more sessions than it has listed? */
export function isPartial(servers: readonly ServerSessions[]): boolean {
  return servers.some(({ result }) => result?.kind === 'page' && result.page.more !== 'no');
}
