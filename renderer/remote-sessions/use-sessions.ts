import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { Result } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { SessionFilter, SessionPage } from '../../contract/sessions/remote-sessions.ts';
import { bridge } from '../bridge.ts';
import { knowSessionCount } from '../state/session-counts.ts';

/** The sessions loaded so far. */
export interface LoadedSessions {
  /** Null until the first response. */
  readonly page: SessionPage | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly reload: () => void;
  readonly loadMore: () => void;
}

/** Loads the sessions of a server, again when the filter changes. */
export function useSessions(profileId: ProfileId, filter: SessionFilter): LoadedSessions {
  const [page, setPage] = useState<SessionPage | null>(null);
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { whose, status, activeOnly } = filter;
  const asked = useRef(0);

  const ask = useCallback(
    async (call: Promise<Result<SessionPage>>, before: SessionPage | null) => {
      asked.current += 1;
      const nth = asked.current;
      setBusy(true);
      const answer = await call;
      // The response of an outdated request is ignored.
      if (nth !== asked.current) return;
      setBusy(false);
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) {
        if (before === null) setPage(null);
        return;
      }
      const sessions = [...(before?.sessions ?? []), ...answer.value.sessions];
      setPage({ ...answer.value, sessions });
      const isWhole = whose === 'mine' && status === null && answer.value.more === 'no';
      if (isWhole) knowSessionCount(profileId, sessions.filter(({ active }) => active).length);
    },
    [profileId, whose, status],
  );

  const reload = useCallback(() => {
    const request = { profileId, filter: { whose, status, activeOnly }, whole: false };
    void ask(bridge.listSessions(request), null);
  }, [ask, profileId, whose, status, activeOnly]);

  useEffect(() => {
    reload();
    return () => {
      asked.current += 1;
    };
  }, [reload]);

  const loadMore = () => {
    if (page !== null && !busy) void ask(bridge.listMoreSessions({ profileId, listId: page.listId }), page);
  };
  return { page, busy, problem, reload, loadMore };
}
