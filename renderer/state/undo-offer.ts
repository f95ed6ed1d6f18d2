import { useAppState } from './app-state.ts';
import { setViewState } from './view-state.ts';

/**
 * Offers to undo each change as it is made; returns the function that stops it.
 *
 * What could be undone before the window was opened or unlocked is not offered again, nor what an undo uncovers.
 */
export function offerUndo(): () => void {
  let lastId = useAppState.getState().undoable?.id ?? 0;
  return useAppState.subscribe(({ undoable, lock }, before) => {
    if (undoable === before.undoable) return;
    const isNew = undoable !== null && undoable.id > lastId && before.lock.kind === lock.kind;
    lastId = before.lock.kind === lock.kind ? Math.max(lastId, undoable?.id ?? 0) : (undoable?.id ?? 0);
    setViewState({ undoOffer: isNew ? undoable : null });
  });
}
