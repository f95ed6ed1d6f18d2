import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { JournalEntry, JournalFilter } from '../../contract/journal.ts';
import { bridge } from '../bridge.ts';

const pageLength = 100;
const typingPauseMs = 200;

/** The journal entries loaded so far. */
export interface ShownJournal {
  /** Null until the first response. */
  readonly entries: readonly JournalEntry[] | null;
  readonly more: boolean;
  readonly problem: Problem | null;
}

/** The matching entries, newest first; `showMore` loads older ones. */
export function useJournal(filter: JournalFilter): ShownJournal & { readonly showMore: () => void } {
  const [shown, setShown] = useState<ShownJournal>({ entries: null, more: false, problem: null });
  const { profileId, kind, text } = filter;
  const isFirst = useRef(true);

  useEffect(() => {
    let isWanted = true;
    const read = (): void => {
      void bridge.readJournal({ profileId, kind, text, before: null, limit: pageLength }).then((page) => {
        if (!isWanted) return;
        if (page.ok) setShown({ ...page.value, problem: null });
        else setShown((before) => ({ ...before, problem: page.problem }));
      });
    };
    const timer = setTimeout(read, isFirst.current ? 0 : typingPauseMs);
    isFirst.current = false;
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [profileId, kind, text]);

  const showMore = (): void => {
    const before = shown.entries?.at(-1)?.id ?? null;
    void bridge.readJournal({ ...filter, before, limit: pageLength }).then((page) => {
      if (!page.ok) return setShown({ ...shown, problem: page.problem });
      const entries = [...(shown.entries ?? []), ...page.value.entries];
      return setShown({ entries, more: page.value.more, problem: null });
    });
  };
  return { ...shown, showMore };
}
