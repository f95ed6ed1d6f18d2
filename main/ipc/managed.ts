import type { Calls } from '../../contract/bridge.ts';
import { fail } from '../../contract/core/result.ts';
import { type Policy, permitsSettings } from '../policy/policy.ts';

const managed = fail({ code: 'managed' });

/**
 * Wraps the handlers that change settings: what the policy locks is refused, and of such a call nothing is applied.
 *
 * The list of servers is guarded where profiles are changed, since imports come there too.
 */
export function refuseManaged(handlers: Calls, policy: Policy): Calls {
  const isSourceLocked = policy.locked.updateSource !== undefined;
  return {
    ...handlers,
    // SECURITY: a locked setting is refused in main, whatever the window offers (0030).
    changeSettings: async (request) =>
      permitsSettings(policy, request.settings) ? handlers.changeSettings(request) : managed,
    chooseStorage: async (request) =>
      request.choice === 'later' || permitsSettings(policy, { withoutKeyring: request.choice })
        ? handlers.chooseStorage(request)
        : managed,
    setUpdateSource: async (request) => (isSourceLocked ? managed : handlers.setUpdateSource(request)),
    chooseUpdateFolder: async () => (isSourceLocked ? managed : handlers.chooseUpdateFolder()),
  };
}
