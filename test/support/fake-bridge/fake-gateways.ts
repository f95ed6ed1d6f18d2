import { done, fail, ok } from '../../../contract/core/result.ts';
import type { Gateway, GatewayCalls } from '../../../contract/sessions/gateway.ts';

/** The calls about gateways: a person confirms every one, and nothing listens. */
export function fakeGateways(
  open: () => readonly Gateway[],
  show: (gateways: readonly Gateway[]) => void,
): GatewayCalls {
  const without = (id: string) => open().filter(({ profileId }) => profileId !== id);
  return {
    async openGateway({ profileId, access, minutes, path }) {
      if (path.includes('..')) return fail({ code: 'gateway-path-wrong' });
      const endsAt = Date.now() + minutes * 60_000;
      show([...without(profileId), { profileId, access, path: path || '/', endsAt, requests: 0 }]);
      return ok(true);
    },
    async copyGatewayAddress({ profileId }) {
      return without(profileId).length < open().length ? done : fail({ code: 'gateway-closed' });
    },
    async closeGateway({ profileId }) {
      show(without(profileId));
      return done;
    },
  };
}
