import { bridge } from '../bridge.ts';
import { isNarrowerThan, useNarrowerThan } from '../components/hooks/use-media-query.ts';
import { useAppState } from '../state/app-state.ts';
import { setViewState, showProblem, useViewState } from '../state/view-state.ts';

/** From this width on, in pixels, the details stand beside the list instead of over it. */
const minWidthForDetails = 900;

/** Is there too little room for details beside the list, so that they lie over it? */
export function useDetailsAsDrawer(): boolean {
  return useNarrowerThan(minWidthForDetails);
}

/** Are the details to be seen, beside the list or over it? */
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

/** Opens the details, wherever there is room for them. */
export function openDetails(): void {
  if (isNarrowerThan(minWidthForDetails)) setViewState({ drawerOpen: true });
  else if (!useAppState.getState().settings.showDetails) void saveShowDetails(true);
}

async function saveShowDetails(showDetails: boolean): Promise<void> {
  await showProblem(null, bridge.changeSettings({ settings: { showDetails } }));
}
