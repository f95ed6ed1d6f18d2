import type { BrowserWindow } from 'electron';
import type { LockKeeper } from '../lock/app-lock.ts';
import { IdleWatch } from '../lock/idle-monitor.ts';
import { toldWhileLocked } from '../lock/lock-policy.ts';
import type { LiveState } from '../state/live-state.ts';
import { announce } from './ipc.ts';
import { presence } from './system/power-events.ts';
import { loadAnew } from './window/page-recovery.ts';

interface Parts {
  readonly live: LiveState;
  readonly lockKeeper: LockKeeper;
}

/**
 * Tells the window what changes, and locks it when nobody is there; returns the function that begins to look around.
 *
 * A page that is locked is loaded anew, so that what it showed leaves its memory.
 */
export function mirrorTo(window: () => BrowserWindow | null, { live, lockKeeper }: Parts): () => void {
  const watch = new IdleWatch({
    presence,
    now: Date.now,
    happened: (occasion) => void lockKeeper.happened(occasion),
  });
  const lookAround = () => (lockKeeper.isLocked ? watch.stop() : watch.watch(live.read().settings));
  live.watch((change) => {
    const told = lockKeeper.isLocked ? toldWhileLocked(change) : change;
    if (told) announce(window(), told);
    if (change.settings || change.lock) lookAround();
    if (change.lock?.kind === 'locked') loadAnew(window());
  });
  return lookAround;
}
