import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../contract/core/result.ts';
import type { ProbeResult, TrustDecision } from '../../contract/profiles/probe.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import type { CertificateProblem } from '../state/view-state.ts';
import { AddressProbe, type Delay, type ProbeState } from './address-probe.ts';

/** The probes of an address field. */
export interface ProbeHandle {
  readonly state: ProbeState;
  /** Reports the typed address; a probe starts when typing pauses. */
  readonly setAddress: (address: string) => void;
  /** Starts the pending probe at once, for when the field loses the focus. */
  readonly startNow: () => void;
  /** The result of the pending or running probe, with a time limit. */
  readonly waitBriefly: () => Promise<ProbeResult | null>;
  /** The result or problem of the pending or running probe, without a time limit. */
  readonly wait: () => Promise<Result<ProbeResult>>;
  /** Probes again with the decision about an untrusted certificate. */
  readonly trust: (met: CertificateProblem, decision: TrustDecision) => Promise<Result>;
}

const later: Delay = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** Probes an address 600 ms after the last key press; `from` is probed at once. */
export function useProbe(from: string, profileId: ProfileId | null, lookAtOnce: boolean): ProbeHandle {
  const [state, setState] = useState<ProbeState>({ kind: 'idle' });
  const probe = useRef<AddressProbe>(null);
  probe.current ??= new AddressProbe(from, { bridge, show: setState, later });
  probe.current.profileId = profileId;
  const at = probe.current;
  useEffect(() => {
    if (lookAtOnce) at.start();
    return () => at.stop();
  }, [at, lookAtOnce]);
  return {
    state,
    setAddress: (address) => at.setAddress(address),
    startNow: () => at.startNow(),
    waitBriefly: () => at.waitBriefly(),
    wait: () => at.wait(),
    trust: (met, decision) => at.trust(met, decision),
  };
}
