import { useEffect, useRef, useState } from 'react';
import { addressText } from '../../../contract/profiles/profile.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import { bridge } from '../../bridge.ts';
import { useAppState } from '../../state/app-state.ts';
import { knowSessionCount } from '../../state/session-counts.ts';
import { limitConcurrency, maxServersAtOnce } from '../end/limit-concurrency.ts';
import type { ListResult, ServerSessions } from './all-servers.ts';

const mine = { whose: 'mine', status: null, activeOnly: false } as const;

/** Lists the user's sessions on every server with a session, several at once. */
export function useAllServerSessions() {
  const [servers, setServers] = useState<readonly ServerSessions[]>([]);
  const [busy, setBusy] = useState(true);
  const round = useRef(0);

  async function ask(): Promise<void> {
    round.current += 1;
    const nth = round.current;
    const isWanted = () => round.current === nth;
    const held = useAppState.getState().rows.filter(({ session }) => hasToken(session));
    setServers(
      held.map(({ profile: { id, name, userName, address } }) => ({
        ...{ profileId: id, server: addressText(address), name, userName, result: null },
      })),
    );
    setBusy(true);
    await limitConcurrency(held, maxServersAtOnce, isWanted, async ({ profile: { id: profileId } }) => {
      const answer = await bridge.listSessions({ profileId, filter: mine, whole: true });
      if (!isWanted()) return;
      const result: ListResult = answer.ok
        ? { kind: 'page', page: answer.value }
        : { kind: 'problem', problem: answer.problem };
      if (answer.ok && answer.value.more === 'no')
        knowSessionCount(profileId, answer.value.sessions.filter(({ active }) => active).length);
      setServers((before) => before.map((one) => (one.profileId === profileId ? { ...one, result } : one)));
    });
    if (isWanted()) setBusy(false);
  }

  const askAnew = useRef(ask);
  askAnew.current = ask;
  useEffect(() => {
    void askAnew.current();
    return () => {
      round.current += 1;
    };
  }, []);

  return {
    servers,
    busy,
    ask: () => void ask(),
    stop: () => {
      round.current += 1;
      setBusy(false);
    },
  };
}
