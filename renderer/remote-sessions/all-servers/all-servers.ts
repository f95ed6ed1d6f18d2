import type { Problem } from '../../../contract/core/problem.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { isInUse, type RemoteSession, type SessionPage } from '../../../contract/sessions/remote-sessions.ts';
import type { SessionRights } from '../../../contract/sessions/user.ts';
import type { EndGroup } from '../end/end-batches.ts';
import { mayEnd } from '../session/session-list.ts';

/** The result of listing one server. */
export type ListResult =
  | { readonly kind: 'page'; readonly page: SessionPage }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A server and its sessions. */
export interface ServerSessions {
  readonly profileId: ProfileId;
  /** Its address; profiles with the same address share a server. */
  readonly server: string;
  readonly name: string;
  readonly userName: string;
  /** Null until it has responded. */
  readonly result: ListResult | null;
  /** How many of its sessions are listed under another profile. */
  readonly listedElsewhere?: number;
}

/**
 * Removes duplicates: sessions that several profiles of one account list.
 *
 * A session stays with the profile that uses it, else with the first that may end it: another profile may not be able
 * to tell whose it is.
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

/** How many servers have responded and how many failed. */
export function countProgress(servers: readonly ServerSessions[]): {
  readonly responded: number;
  readonly failed: number;
} {
  const count = (kind: ListResult['kind']) => servers.filter(({ result }) => result?.kind === kind).length;
  return { responded: count('page'), failed: count('problem') };
}

/** Selects the sessions to end, among those that the account may end. */
export type SessionChoice = (
  sessions: readonly RemoteSession[],
  rights: SessionRights,
) => readonly RemoteSession[];

/** Every session that the account may end, including those this app uses. */
export const endable: SessionChoice = (sessions, rights) =>
  sessions.filter((session) => mayEnd(session, rights));

/** The selected sessions by server. */
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

/** How many servers are unaffected: no response, or no session that the account may end. */
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

/** Whether a server may have more sessions than listed. */
export function isPartial(servers: readonly ServerSessions[]): boolean {
  return servers.some(({ result }) => result?.kind === 'page' && result.page.more !== 'no');
}
