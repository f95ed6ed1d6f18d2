import { useSyncExternalStore } from 'react';
import { bridge } from '../bridge.ts';
import { report } from '../problems/trouble.ts';
import { useAppState } from '../state/app-state.ts';
import { show, useViewState } from '../state/view-state.ts';

/** Below this width the details lie over the list instead of beside it. */
const narrow = window.matchMedia('(max-width: 899px)');

/** Is there too little room for details beside the list? */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener);
      return () => narrow.removeEventListener('change', listener);
    },
    () => narrow.matches,
  );
}

/** Are the details to be seen, beside the list or over it? */
export function useDetailsShown(): boolean {
  const wanted = useAppState((state) => state.settings.showDetails);
  const open = useViewState((state) => state.drawerOpen);
  return useNarrow() ? open : wanted;
}

/** Opens or closes the details of the selected server. */
export function toggleDetails(): void {
  if (narrow.matches) show({ drawerOpen: !useViewState.getState().drawerOpen });
  else void keepDetails(!useAppState.getState().settings.showDetails);
}

/** Opens the details, wherever there is room for them. */
export function openDetails(): void {
  if (narrow.matches) show({ drawerOpen: true });
  else if (!useAppState.getState().settings.showDetails) void keepDetails(true);
}

async function keepDetails(showDetails: boolean): Promise<void> {
  await report(null, bridge.changeSettings({ settings: { showDetails } }));
}
