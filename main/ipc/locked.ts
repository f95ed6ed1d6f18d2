import type { Calls } from '../../contract/bridge.ts';
import { fail } from '../../contract/core/result.ts';
import { answeredWhileLocked } from '../lock/lock-policy.ts';

type Handler = (request: unknown) => Promise<unknown>;

/** Wraps the handlers: while the window is locked, only the calls needed for unlocking are served. */
export function refuseWhileLocked(handlers: Calls, isLocked: () => boolean): Calls {
  const guarded = Object.entries(handlers as unknown as Record<string, Handler>).map(([name, handler]) => {
    if (answeredWhileLocked.includes(name as keyof Calls)) return [name, handler] as const;
    // SECURITY: nobody can get past a locked window, whatever the page asks for (0011).
    const guard: Handler = async (request) => (isLocked() ? fail({ code: 'locked' }) : handler(request));
    return [name, guard] as const;
  });
  return Object.fromEntries(guarded) as unknown as Calls;
}
