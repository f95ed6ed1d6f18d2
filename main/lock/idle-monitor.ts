import type { Settings } from '../../contract/settings.ts';
import type { LockTrigger } from './lock-policy.ts';

/** What the system tells about the presence of a person. */
export interface PresenceSource {
  /** Seconds since the last input; null if this desktop cannot tell. */
  idleSeconds(): number | null;
  /** Whether the screen is locked; null if it cannot be polled, or an event reports it. */
  isScreenLocked(): boolean | null;
}

interface Deps {
  readonly presence: PresenceSource;
  readonly now: () => number;
  readonly happened: (occasion: LockTrigger) => void;
}

/** If inactivity cannot be measured, a window that should lock when idle stays open for at most this long. */
const maxUnknownMs = 8 * 60 * 60_000;
const lookAgainMs = 5_000;

/** When to check again, and which trigger has fired until now; pure, so that tests can choose the time. */
export function nextIdleCheck(
  {
    idleSeconds,
    isScreenLocked,
  }: { readonly idleSeconds: number | null; readonly isScreenLocked: boolean | null },
  settings: Settings,
  openForMs: number,
): { readonly occasion: LockTrigger | null; readonly againInMs: number } {
  const limit = settings.lockAfterIdleMinutes;
  const screenMs =
    settings.lockWithScreen && isScreenLocked !== null ? lookAgainMs : Number.POSITIVE_INFINITY;
  if (settings.lockWithScreen && isScreenLocked) return { occasion: 'screen', againInMs: lookAgainMs };
  if (limit === null) return { occasion: null, againInMs: Math.min(screenMs, 60_000) };
  const leftMs = idleSeconds === null ? maxUnknownMs - openForMs : (limit * 60 - idleSeconds) * 1_000;
  if (leftMs <= 0) return { occasion: 'idle', againInMs: lookAgainMs };
  // At least one second, since some desktops report idle time in whole seconds.
  return { occasion: null, againInMs: Math.min(screenMs, Math.max(1_000, Math.min(leftMs, 60_000))) };
}

/** Polls for inactivity; does nothing while no lock trigger needs it. */
export class IdleMonitor {
  #timer: NodeJS.Timeout | null = null;
  #openSince: number;
  #settings: Settings | null = null;

  constructor(private readonly deps: Deps) {
    this.#openSince = deps.now();
  }

  /** Monitors by these settings; called again on every change and after an unlock. */
  watch(settings: Settings): void {
    this.stop();
    this.#openSince = this.deps.now();
    this.#settings = settings;
    if (settings.lockAfterIdleMinutes !== null || settings.lockWithScreen) this.#look();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    const { presence, now, happened } = this.deps;
    if (!this.#settings) return;
    const { lockAfterIdleMinutes, lockWithScreen } = this.#settings;
    // Each question costs the display server a round trip and up to 1 ms of CPU time.
    const seen = {
      idleSeconds: lockAfterIdleMinutes === null ? null : presence.idleSeconds(),
      isScreenLocked: lockWithScreen ? presence.isScreenLocked() : null,
    };
    const { occasion, againInMs } = nextIdleCheck(seen, this.#settings, now() - this.#openSince);
    if (occasion) happened(occasion);
    this.#timer = setTimeout(() => this.#look(), againInMs);
  }
}
