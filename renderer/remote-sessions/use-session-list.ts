import { useEffect, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { isInUse, type RemoteSession, type SessionFilter } from '../../contract/sessions/remote-sessions.ts';
import { bridge } from '../bridge.ts';
import type { EndNotes } from './end/end-dialog.tsx';
import { leftoverSessions, otherSessions, type SessionView, shownSessions } from './session/session-list.ts';
import { type LoadedSessions, useSessions } from './use-sessions.ts';

/** The dialog over the list of sessions. */
export type OpenOver =
  | {
      readonly kind: 'end';
      readonly listId: number;
      readonly sessions: readonly RemoteSession[];
      readonly notes: EndNotes;
    }
  | { readonly kind: 'block'; readonly listId: number; readonly session: RemoteSession };

/** The sessions on a server as a person looks at them, and what can be done with them. */
export interface SessionList extends LoadedSessions {
  readonly filter: SessionFilter;
  readonly view: SessionView;
  /** Asks the server again. */
  readonly changeFilter: (part: Partial<SessionFilter>) => void;
  readonly changeView: (part: Partial<SessionView>) => void;
  readonly shown: readonly RemoteSession[];
  readonly ticked: readonly RemoteSession[];
  readonly tick: (keys: ReadonlySet<number>) => void;
  /** Takes all ticks away. */
  readonly clear: () => void;
  /** The shown sessions that this app does not use. */
  readonly others: readonly RemoteSession[];
  readonly sweeping: boolean;
  /** What a search for old sessions or a block came to. */
  readonly outcome: 'none-old' | 'blocked' | null;
  readonly open: OpenOver | null;
  readonly end: () => void;
  readonly endOthers: () => void;
  /** Looks for old sessions of this app on the whole server, and asks whether to end them. */
  readonly endOld: () => void;
  readonly block: () => void;
  /** `isDone`: whether the server was asked, so that the list is loaded again. */
  readonly close: (isDone: boolean) => void;
}

const noFilter: SessionFilter = { whose: 'mine', status: null, activeOnly: true };
const wholeList: SessionView = {
  ...{ search: '', oursOnly: false },
  order: { column: 'created', direction: 'descending' },
};

/** The number of filters that are set. */
export function countFilters(
  { whose, status, activeOnly }: SessionFilter,
  { oursOnly }: SessionView,
): number {
  return [whose !== noFilter.whose, status !== null, !activeOnly, oursOnly].filter(Boolean).length;
}

/** Loads the sessions on a server, and keeps what a person does with the list. */
export function useSessionList(profileId: ProfileId): SessionList {
  const [filter, setFilter] = useState(noFilter);
  const [view, setView] = useState(wholeList);
  const [tickedKeys, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [open, setOpen] = useState<OpenOver | null>(null);
  const [outcome, setOutcome] = useState<SessionList['outcome']>(null);
  const [sweepProblem, setSweepProblem] = useState<Problem | null>(null);
  const [sweeping, setSweeping] = useState(false);
  const loaded = useSessions(profileId, filter);
  const { page, problem, reload } = loaded;
  const listId = page?.listId ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key means nothing in another list.
  useEffect(() => setTicked(new Set()), [listId]);

  const shown = page === null ? [] : shownSessions(page.sessions, view);
  const ticked = shown.filter(({ key }) => tickedKeys.has(key));
  const others = page === null ? [] : otherSessions(shown, page.rights);
  const [first] = ticked;

  async function endOld(): Promise<void> {
    setOutcome(null);
    setSweepProblem(null);
    setSweeping(true);
    const mine = { whose: 'mine', status: null, activeOnly: false } as const;
    const answer = await bridge.listSessions({ profileId, filter: mine, whole: true });
    setSweeping(false);
    if (!answer.ok) return setSweepProblem(answer.problem);
    const { sessions, rights, more, listId: wholeId } = answer.value;
    const old = leftoverSessions(sessions, rights);
    if (old.length === 0) return setOutcome('none-old');
    setOpen({ kind: 'end', listId: wholeId, sessions: old, notes: { old: true, partial: more !== 'no' } });
  }

  return {
    ...loaded,
    ...{ filter, view, shown, ticked, others, sweeping, outcome, open },
    problem: problem ?? sweepProblem,
    changeFilter: (part) => setFilter({ ...filter, ...part }),
    changeView: (part) => setView({ ...view, ...part }),
    tick: setTicked,
    clear: () => setTicked(new Set()),
    end: () => {
      const kept = !ticked.some(({ mark }) => isInUse(mark));
      setOpen({ kind: 'end', listId, sessions: ticked, notes: { kept } });
    },
    endOthers: () => {
      const partial = page !== null && page.more !== 'no';
      setOpen({ kind: 'end', listId, sessions: others, notes: { kept: true, partial } });
    },
    endOld: () => void endOld(),
    block: () => first !== undefined && setOpen({ kind: 'block', listId, session: first }),
    close: (isDone) => {
      setOpen(null);
      if (!isDone) return;
      setOutcome(open?.kind === 'block' ? 'blocked' : null);
      setTicked(new Set());
      reload();
    },
  };
}
