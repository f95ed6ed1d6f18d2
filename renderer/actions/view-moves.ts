import { expiringSpanMs } from '../../contract/settings.ts';
import { useAppState } from '../state/app-state.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { shownViews } from '../state/views.ts';

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
