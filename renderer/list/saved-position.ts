import type { Bridge } from '../../contract/bridge.ts';
import { isView } from '../../contract/list/views.ts';
import type { ListPlace } from '../../contract/list-place.ts';
import { useAppState } from '../state/app-state.ts';
import { setViewState, useViewState } from '../state/view-state.ts';

const saveDelayMs = 250;
const maxFrames = 60;
const maxTextLength = 500;

/** Saves the position in the list in main, for after an unlock; returns the function that stops it. */
export function keepListPosition(bridge: Pick<Bridge, 'keepPlace'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void savePosition(bridge), saveDelayMs);
  };
  const stop = useViewState.subscribe((now, before) => {
    if (now.view !== before.view || now.search !== before.search || now.selectedId !== before.selectedId)
      later();
  });
  document.addEventListener('scroll', later, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    stop();
    document.removeEventListener('scroll', later, { capture: true });
  };
}

async function savePosition(bridge: Pick<Bridge, 'keepPlace'>): Promise<void> {
  const { view, search, selectedId } = useViewState.getState();
  const scrollTop = document.getElementById('servers')?.scrollTop ?? 0;
  if (
    useAppState.getState().lock.kind === 'open' &&
    view.length <= maxTextLength &&
    search.length <= maxTextLength
  )
    await bridge.keepPlace({ view, search, selectedId, scrollTop });
}

/** Restores the position saved in main. */
export async function restoreListPosition(bridge: Pick<Bridge, 'recallPlace'>): Promise<void> {
  const recalled = await bridge.recallPlace();
  if (!recalled.ok || recalled.value === null) return;
  const { view, search, selectedId, scrollTop } = recalled.value;
  setViewState({ view: isView(view, useAppState.getState().rows) ? view : 'all', search });
  if (useAppState.getState().rows.some(({ profile }) => profile.id === selectedId))
    setViewState({ selectedId });
  requestAnimationFrame(() => scrollTo(scrollTop, maxFrames));
}

// The list renders its rows a little later and cannot scroll before.
function scrollTo(top: ListPlace['scrollTop'], framesLeft: number): void {
  const list = document.getElementById('servers');
  if (list !== null) list.scrollTop = top;
  if ((list === null || list.scrollTop < top - 1) && framesLeft > 0)
    requestAnimationFrame(() => scrollTo(top, framesLeft - 1));
}
