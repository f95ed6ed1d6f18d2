import { shownViews } from '../../contract/list/views.ts';
import { expiringSpanMs, type SortOrder } from '../../contract/settings.ts';
import { bridge } from '../bridge.ts';
import { focusList } from '../keyboard/panes.ts';
import { sortAgain } from '../list/list-order.ts';
import { useAppState } from '../state/app-state.ts';
import { setViewState, showProblem, useViewState } from '../state/view-state.ts';

/** Changes to the next or the previous view of the views pane. */
export function changeView(step: 1 | -1): void {
  const { rows, settings } = useAppState.getState();
  const { view } = useViewState.getState();
  const { fixed, environments, tags } = shownViews(
    rows,
    { now: Date.now(), expiringMs: expiringSpanMs(settings) },
    view,
  );
  const views = [...fixed, ...environments, ...tags].map((counted) => counted.view);
  const next = views[(views.indexOf(view) + step + views.length) % views.length];
  if (next !== undefined) setViewState({ view: next, screen: 'servers' });
}

/** Sorts the list in this order; again, if it is the order already, since rows keep their places while they change. */
export async function sortBy(sortOrder: SortOrder): Promise<void> {
  if (useAppState.getState().settings.sortOrder === sortOrder) sortAgain();
  else await showProblem(null, bridge.changeSettings({ settings: { sortOrder } }));
}

/** Sorts the list by hand from now on. */
export async function orderManually(): Promise<void> {
  await sortBy('manual');
  focusList();
}
