import type { BrowserWindow } from 'electron';
import type { AppLock } from '../lock/app-lock.ts';
import { IdleMonitor } from '../lock/idle-monitor.ts';
import { changeWhileLocked } from '../lock/lock-policy.ts';
import type { Presentation } from '../presentation/presentation.ts';
import { ChangeSender } from '../state/change-sender.ts';
import type { LiveState } from '../state/live-state.ts';
import { broadcast } from './ipc.ts';
import { systemPresence } from './system/power-events.ts';
import { appTitle } from './window/own-window.ts';
import { loadAnew } from './window/page-recovery.ts';

interface Deps {
  readonly live: LiveState;
  readonly appLock: AppLock;
  readonly presentation: Presentation;
}

interface StateBroadcast {
  /** Starts to look for inactivity. */
  readonly watchPresence: () => void;
  /** Sends the changes that wait to be sent together. */
  readonly flush: () => void;
}

/**
 * Sends state changes to the windows that mirror it, and locks them on inactivity.
 *
 * A lock reloads their pages, so that what they showed leaves their memory; and so does presentation mode, on and off.
 */
export function broadcastState(
  windows: () => readonly BrowserWindow[],
  { live, appLock, presentation }: Deps,
): StateBroadcast {
  const watch = new IdleMonitor({
    presence: systemPresence,
    now: Date.now,
    happened: (occasion) => void appLock.onTrigger(occasion),
  });
  const lookAround = () => (appLock.isLocked ? watch.stop() : watch.watch(live.read().settings));
  // SECURITY: what waited when the window was locked is not sent either (0011).
  const sender = new ChangeSender((change) => {
    const told = appLock.isLocked ? changeWhileLocked(change) : change;
    // SECURITY: no true name leaves main in presentation mode (0050).
    if (told) broadcast(windows(), presentation.change(told));
  });
  const empty = () => {
    // SECURITY: the title names a server, and a page that hangs does not change it (0011, 0050).
    for (const window of windows()) {
      window.setTitle(appTitle);
      loadAnew(window);
    }
  };
  // After the change itself, at which the pages hide what they show.
  presentation.onTurn(() =>
    queueMicrotask(() => {
      sender.flush();
      empty();
    }),
  );
  live.watch((change) => {
    sender.add(change);
    if (change.settings || change.lock) lookAround();
    if (change.lock?.kind === 'locked') empty();
  });
  return { watchPresence: lookAround, flush: () => sender.flush() };
}
