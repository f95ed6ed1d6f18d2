import type { Calls } from '../../contract/bridge.ts';
import { fail } from '../../contract/core/result.ts';
import type { Presentation } from './presentation.ts';
import { refusedCalls } from './refused-calls.ts';

const refused = fail({ code: 'presentation-mode' });

type Handler = (request: unknown) => Promise<unknown>;

/**
 * Wraps the handlers: in presentation mode what needs true names is refused, and every answer has placeholders.
 *
 * Only the answer to `readState` stays as it is, since it is text: its handler masks the state before.
 */
export function presentCalls(handlers: Calls, presentation: Presentation): Calls {
  const meant = withMeaning(handlers, presentation) as unknown as Record<string, Handler>;
  const wrapped = Object.entries(meant).map(([name, handler]) => {
    if (name === 'readState') return [name, handler] as const;
    const isRefused = (refusedCalls as readonly string[]).includes(name);
    const present: Handler = async (request) => {
      // SECURITY: whatever the window offers, no placeholder is saved, and no true name is asked for (0050).
      if (isRefused && presentation.isOn) return refused;
      const answer = (await handler(request)) as Awaited<ReturnType<Calls['checkAll']>>;
      return presentation.answer(name as keyof Calls, answer);
    };
    return [name, present] as const;
  });
  return Object.fromEntries(wrapped) as unknown as Calls;
}

/** The handlers of calls that carry what a window shows, for what it stands for. */
function withMeaning(handlers: Calls, presentation: Presentation): Calls {
  return {
    ...handlers,
    beginBulkLogin: (request) =>
      handlers.beginBulkLogin({ ...request, userName: presentation.meantUser(request.userName) }),
    changeMany: async (request) => {
      const hasTags = 'addTags' in request.change || 'removeTags' in request.change;
      return hasTags && presentation.isOn ? refused : handlers.changeMany(request);
    },
  };
}
