import { done } from '../../contract/core/result.ts';
import type { ProbeCalls } from '../../contract/profiles/probe.ts';
import type { ServerProbe } from './server-probe.ts';

/** Handlers of the calls about probes. */
export function probeHandlers({ serverProbe }: { readonly serverProbe: ServerProbe }): ProbeCalls {
  return {
    probe: (request) => serverProbe.probe(request),
    cancelProbe: async () => {
      serverProbe.cancel();
      return done;
    },
  };
}
