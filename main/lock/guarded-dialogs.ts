import type { FileDialogs } from '../files/chosen-file.ts';
import type { LiveState } from '../state/live-state.ts';

/** File dialogs whose result is discarded if the window was locked while they were open. */
export function closedWhenLocked(dialogs: FileDialogs, live: Pick<LiveState, 'read' | 'watch'>): FileDialogs {
  let locks = 0;
  live.watch(({ lock }) => {
    if (lock?.kind === 'locked') locks += 1;
  });
  const guarded = async (ask: () => Promise<string | null>) => {
    const before = locks;
    const path = await ask();
    // SECURITY: a dialog left open over a lock must not make main read or write a file (0011).
    return before === locks && live.read().lock.kind === 'open' ? path : null;
  };
  return {
    save: (name, kinds) => guarded(() => dialogs.save(name, kinds)),
    open: (kinds) => guarded(() => dialogs.open(kinds)),
    folder: () => guarded(() => dialogs.folder()),
  };
}
