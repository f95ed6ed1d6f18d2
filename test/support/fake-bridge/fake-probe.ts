import { done, fail, ok } from '../../../contract/core/result.ts';
import type { ProbeCalls, ProbeResult } from '../../../contract/profiles/probe.ts';
import { certificateOf } from './fake-rows.ts';

/** The probe result for an address. */
function findingOf(address: string): ProbeResult {
  const origin = /:\/\//.test(address) ? address : `https://${address}`;
  return {
    id: `finding of ${address}`,
    address: { origin, basePath: '' },
    completesTyped: true,
    server: {
      authType: 'password',
      sessionSeconds: 15_552_000,
      needsRenewal: false,
      renewIntervalSeconds: null,
      activeDirectory: false,
      cproauth: false,
      languages: ['en'],
      seenAt: Date.now(),
    },
    certificate: origin.startsWith('https:')
      ? { judgedBy: 'system', facts: certificateOf(origin, address, Date.now()) }
      : null,
    elsewhere: null,
  };
}

/** Probes that always find a server with password log-in. */
export function fakeProbe(): ProbeCalls {
  return {
    probe: async ({ address }) =>
      address.trim() === '' ? fail({ code: 'address-missing' }) : ok(findingOf(address.trim())),
    cancelProbe: async () => done,
  };
}
