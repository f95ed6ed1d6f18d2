import type { ProbeCalls } from '../../contract/probe.ts';
import { done } from '../../contract/result.ts';
import type { Prober } from './prober.ts';

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
