import type { Settings } from '../../contract/settings.ts';
import type { LockTrigger } from './lock-policy.ts';

/** What the system says about the person in front of it. */
export interface PresenceSource {
  /** For how many seconds nothing was typed or moved; null if this desktop cannot tell. */
  idleSeconds(): number | null;
  /** Is the screen locked? null if that is not told, or told by an event. */
  isScreenLocked(): boolean | null;
}

interface Deps {
  readonly presence: PresenceSource;
  readonly now: () => number;
  readonly happened: (occasion: LockTrigger) => void;
}

/** Where the desktop cannot tell whether anybody is there, a window that should lock is open for this long at most. */
const maxUnknownMs = 8 * 60 * 60_000;
const lookAgainMs = 5_000;

/** When to look again, and what has happened until now; pure, so that a test can be at any hour. */
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
  // Never sooner than a second, so that a coarse idle clock does not keep the process busy.
  return { occasion: null, againInMs: Math.min(screenMs, Math.max(1_000, Math.min(leftMs, 60_000))) };
}

/** Looks from time to time whether anybody is still there; costs nothing while no such lock is chosen. */
export class IdleMonitor {
  #timer: NodeJS.Timeout | null = null;
  #openSince: number;
  #settings: Settings | null = null;

  constructor(private readonly deps: Deps) {
    this.#openSince = deps.now();
  }

  /** Watches by these settings from now on; called again whenever they change, and when the window was unlocked. */
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
    const seen = { idleSeconds: presence.idleSeconds(), isScreenLocked: presence.isScreenLocked() };
    const { occasion, againInMs } = nextIdleCheck(seen, this.#settings, now() - this.#openSince);
    if (occasion) happened(occasion);
    this.#timer = setTimeout(() => this.#look(), againInMs);
  }
}
