import { useDeferredValue, useMemo } from 'react';
import { expiringSpanMs } from '../../contract/settings.ts';
import { useAppState } from '../state/app-state.ts';
import { type CountedViews, countViews } from '../state/views.ts';
import { useNow } from '../time/clock.ts';

/** The views and their counts as of the latest news and the present minute. */
export function useViewCounts(): CountedViews {
  // Counting a large list of servers may lag behind a storm of news; the rows themselves do not.
  const rows = useDeferredValue(useAppState((state) => state.rows));
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const now = useNow();
  return useMemo(() => countViews(rows, { now, expiringMs }), [rows, now, expiringMs]);
}
