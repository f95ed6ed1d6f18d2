import type { Undoable } from '../../contract/profiles/many.ts';
import { useAppState } from './app-state.ts';
import { setViewState, type UndoOffer } from './view-state.ts';

function isOffered(undoable: Undoable): undoable is UndoOffer {
  return undoable.kind !== 'moved';
}

/**
 * Offers to undo each change as it is made; returns the function that stops it.
 *
 * What could be undone before the window was opened or unlocked is not offered again, nor what an undo uncovers.
 */
export function offerUndo(): () => void {
  let lastId = useAppState.getState().undoable?.id ?? 0;
  return useAppState.subscribe(({ undoable, lock }, before) => {
    const id = undoable?.id ?? 0;
    const isLockChanged = before.lock.kind !== lock.kind;
    if (undoable !== before.undoable) {
      const isNew = !isLockChanged && id > lastId;
      setViewState({ undoOffer: isNew && undoable !== null && isOffered(undoable) ? undoable : null });
    }
    lastId = isLockChanged ? id : Math.max(lastId, id);
  });
}
