import { done } from '../../contract/core/result.ts';
import type { ProbeCalls } from '../../contract/profiles/probe.ts';
import type { Prober } from './server-probe.ts';

/** The answers to the calls that look at servers. */
export function probeAnswers({ prober }: { readonly prober: Prober }): ProbeCalls {
  return {
    probe: (request) => prober.probe(request),
    cancelProbe: async () => {
      prober.cancel();
      return done;
    },
  };
}
