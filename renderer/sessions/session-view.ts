import { bridge } from '../bridge.ts';
import { report } from '../problems/trouble.ts';
import { useAppState } from '../state/app-state.ts';
import { show, useViewState } from '../state/view-state.ts';

/** Below this width the details lie over the list instead of beside it. */
export const narrow = window.matchMedia('(max-width: 899px)');

/** Opens or closes the details of the selected server. */
export function toggleDetails(): void {
  if (narrow.matches) show({ drawerOpen: !useViewState.getState().drawerOpen });
  else void showDetails(!useAppState.getState().settings.showDetails);
}

async function showDetails(wanted: boolean): Promise<void> {
  await report(null, bridge.changeSettings({ settings: { showDetails: wanted } }));
}

/** Opens the details over the list, where they do not fit beside it. */
export function showDrawer(): void {
  if (narrow.matches) show({ drawerOpen: true });
}
