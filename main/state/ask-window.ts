import type { WindowTask } from '../../contract/state.ts';
import type { LiveState } from './live-state.ts';

/** How long the window can see what is asked of it, in ms. */
const askedMs = 1_000;

/** Asks the window to do something; a locked one does not learn of it. */
export function askWindow(live: Pick<LiveState, 'read' | 'change'>, task: WindowTask): void {
  live.change({ taskAsked: task });
  const forget = () => {
    if (live.read().taskAsked === task) live.change({ taskAsked: null });
  };
  setTimeout(forget, askedMs).unref();
}
