import { bridge } from '../bridge.ts';
import { isNarrowerThan, useNarrowerThan } from '../components/hooks/use-media-query.ts';
import { minWidthForDetails } from '../frame/pane-sizes.ts';
import { useAppState } from '../state/app-state.ts';
import { setViewState, showProblem, useViewState } from '../state/view-state.ts';

/** Whether the window is too narrow for details beside the list, so that they open as a drawer. */
export function useDetailsAsDrawer(): boolean {
  return useNarrowerThan(minWidthForDetails);
}

/** Whether the details are visible, as a pane or a drawer. */
export function useDetailsShown(): boolean {
  const wanted = useAppState((state) => state.settings.showDetails);
  const open = useViewState((state) => state.drawerOpen);
  return useDetailsAsDrawer() ? open : wanted;
}

/** Opens or closes the details of the selected server. */
export function toggleDetails(): void {
  if (isNarrowerThan(minWidthForDetails)) setViewState({ drawerOpen: !useViewState.getState().drawerOpen });
  else void saveShowDetails(!useAppState.getState().settings.showDetails);
}

/** Opens the details as a pane or a drawer. */
export function openDetails(): void {
  if (isNarrowerThan(minWidthForDetails)) setViewState({ drawerOpen: true });
  else if (!useAppState.getState().settings.showDetails) void saveShowDetails(true);
}

async function saveShowDetails(showDetails: boolean): Promise<void> {
  await showProblem(null, bridge.changeSettings({ settings: { showDetails } }));
}
