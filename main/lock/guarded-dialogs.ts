import type { FileDialogs } from '../files/chosen-file.ts';
import type { LiveState } from '../state/live-state.ts';

/** The dialogs for choosing a file; what is chosen after a lock came meanwhile counts as nothing chosen. */
export function closedWhenLocked(dialogs: FileDialogs, live: Pick<LiveState, 'read' | 'watch'>): FileDialogs {
  let locks = 0;
  live.watch(({ lock }) => {
    if (lock?.kind === 'locked') locks += 1;
  });
  const guarded = async (ask: () => Promise<string | null>) => {
    const before = locks;
    const path = await ask();
    // SECURITY: whoever sits at a locked window must not have it write, or read, what a dialog asked for before (0011).
    return before === locks && live.read().lock.kind === 'open' ? path : null;
  };
  return {
    save: (name, kinds) => guarded(() => dialogs.save(name, kinds)),
    open: (kinds) => guarded(() => dialogs.open(kinds)),
  };
}
