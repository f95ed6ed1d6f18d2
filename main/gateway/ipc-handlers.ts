import type { GatewayCalls } from '../../contract/sessions/gateway.ts';
import type { Gateways } from './gateways.ts';

/** What the handlers of the calls about gateways need. */
export interface GatewayHandlerDeps {
  readonly gateways: Gateways;
}

/** Handlers of the calls about gateways. */
export function gatewayHandlers({ gateways }: GatewayHandlerDeps): GatewayCalls {
  return {
    openGateway: (request) => gateways.open(request),
    copyGatewayAddress: ({ profileId }) => gateways.copyAddress(profileId),
    closeGateway: ({ profileId }) => gateways.close(profileId),
  };
}
