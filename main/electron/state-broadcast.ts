import type { BrowserWindow } from 'electron';
import type { AppLock } from '../lock/app-lock.ts';
import { IdleMonitor } from '../lock/idle-monitor.ts';
import { changeWhileLocked } from '../lock/lock-policy.ts';
import type { LiveState } from '../state/live-state.ts';
import { broadcast } from './ipc.ts';
import { systemPresence } from './system/power-events.ts';
import { loadAnew } from './window/page-recovery.ts';

interface Deps {
  readonly live: LiveState;
  readonly appLock: AppLock;
}

/**
 * Sends state changes to the window, and locks it on inactivity; returns the function that starts the monitoring.
 *
 * A lock reloads the page, so that what it showed leaves its memory.
 */
export function broadcastState(window: () => BrowserWindow | null, { live, appLock }: Deps): () => void {
  const watch = new IdleMonitor({
    presence: systemPresence,
    now: Date.now,
    happened: (occasion) => void appLock.onTrigger(occasion),
  });
  const lookAround = () => (appLock.isLocked ? watch.stop() : watch.watch(live.read().settings));
  live.watch((change) => {
    const told = appLock.isLocked ? changeWhileLocked(change) : change;
    if (told) broadcast(window(), told);
    if (change.settings || change.lock) lookAround();
    if (change.lock?.kind === 'locked') loadAnew(window());
  });
  return lookAround;
}
