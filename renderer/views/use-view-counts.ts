import { useDeferredValue, useMemo } from 'react';
import { countViews } from '../../contract/list/views.ts';
import type { CountedViews } from '../../contract/list-outline.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { useAppState } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';

/** The views and their counts. */
export function useViewCounts(): CountedViews {
  // Deferred: counts of a long list may lag behind many changes, the rows do not.
  const rows = useDeferredValue(useAppState((state) => state.rows));
  const outline = useDeferredValue(useAppState((state) => state.outline));
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const now = useNow();
  const chosen = useViewState((state) => state.view);
  return useMemo(
    () => outline?.views ?? countViews(rows, { now, expiringMs }, chosen),
    [outline, rows, now, expiringMs, chosen],
  );
}
