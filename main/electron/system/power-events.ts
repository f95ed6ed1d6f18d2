import { existsSync } from 'node:fs';
import { powerMonitor } from 'electron';
import type { LockAbilities } from '../../../contract/state.ts';
import type { PresenceSource } from '../../lock/idle-monitor.ts';

const isLinux = process.platform === 'linux';
const isWayland = process.env.XDG_SESSION_TYPE === 'wayland';

/** What this desktop can tell about inactivity and its screen lock. */
export const systemPresence: PresenceSource = {
  idleSeconds: () =>
    powerMonitor.getSystemIdleState(1) === 'unknown' ? null : powerMonitor.getSystemIdleTime(),
  // Linux has no event for it; X11 can be polled, Wayland cannot.
  isScreenLocked: () =>
    isLinux && !isWayland ? powerMonitor.getSystemIdleState(1_000_000) === 'locked' : null,
};

/** Which lock triggers work on this desktop. */
export function lockAbilities(): LockAbilities {
  return {
    idle: systemPresence.idleSeconds() !== null,
    screen: !isLinux || !isWayland,
    sleep: !isLinux || existsSync('/run/systemd/system'),
  };
}

interface PowerListeners {
  readonly asleep: () => void;
  readonly awake: () => void;
  readonly screenLocked: () => void;
}

/** Listens for suspend, resume and the screen lock. */
export function watchPower({ asleep, awake, screenLocked }: PowerListeners): void {
  powerMonitor.on('suspend', asleep);
  powerMonitor.on('resume', awake);
  powerMonitor.on('lock-screen', screenLocked);
}
