import type { Calls } from '../../contract/bridge.ts';
import { fail } from '../../contract/core/result.ts';
import { answeredWhileLocked } from '../lock/lock-policy.ts';

type Answer = (request: unknown) => Promise<unknown>;

/** The same answers, but while the window is locked only those that it takes to unlock it. */
export function behindLock(answers: Calls, isLocked: () => boolean): Calls {
  const guarded = Object.entries(answers as unknown as Record<string, Answer>).map(([name, answer]) => {
    if (answeredWhileLocked.includes(name as keyof Calls)) return [name, answer] as const;
    // SECURITY: whoever sits at a locked window must not reach past it, whatever the page asks for (0011).
    const guard: Answer = async (request) => (isLocked() ? fail({ code: 'locked' }) : answer(request));
    return [name, guard] as const;
  });
  return Object.fromEntries(guarded) as unknown as Calls;
}
