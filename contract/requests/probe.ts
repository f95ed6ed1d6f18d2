import type { ProbeCalls, ProbeRequest, TrustDecision } from '../profiles/probe.ts';
import { asOneOf, asProfileId, asText, fields, MalformedMessage } from './parse.ts';

type ProbeReaders = {
  readonly [Name in keyof ProbeCalls]: (raw: unknown) => Parameters<ProbeCalls[Name]>[0];
};

/** The readers of the calls about probes. */
export const probeReaders: ProbeReaders = {
  probe: (raw): ProbeRequest => {
    const { address, trusting, profileId } = fields(raw, ['address', 'trusting', 'profileId']);
    return {
      address: asText(address, 20_000),
      trusting: trusting === null ? null : asDecision(trusting),
      profileId: profileId === null ? null : asProfileId(profileId),
    };
  },
  cancelProbe: (raw) => {
    if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
  },
};

function asDecision(raw: unknown): TrustDecision {
  const found = fields(raw, ['mode', 'fingerprint']);
  const fingerprint = asText(found.fingerprint, 64);
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new MalformedMessage('not a fingerprint');
  return { mode: asOneOf(found.mode, ['pin', 'ca'] as const), fingerprint };
}
