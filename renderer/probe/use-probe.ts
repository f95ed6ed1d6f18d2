import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../contract/core/result.ts';
import type { ProbeResult, TrustDecision } from '../../contract/profiles/probe.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import type { CertificateProblem } from '../state/view-state.ts';
import { AddressProbe, type Delay, type ProbeState } from './address-probe.ts';

/** The looks at an address while it is being typed. */
export interface ProbeHandle {
  readonly state: ProbeState;
  /** Tells what stands in the field; a look begins when typing stops. */
  readonly setAddress: (address: string) => void;
  /** Begins the look that is due without waiting; for when the field is left. */
  readonly startNow: () => void;
  /** Waits for the look that is due or under way, though not for ever, and gives what it found. */
  readonly waitBriefly: () => Promise<ProbeResult | null>;
  /** Waits for the look that is due or under way however long it takes, and gives what it found or why it found nothing. */
  readonly wait: () => Promise<Result<ProbeResult>>;
  /** Looks again, trusting what was decided about the certificate that stood in the way. */
  readonly trust: (met: CertificateProblem, decision: TrustDecision) => Promise<Result>;
}

const later: Delay = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** Looks at an address 600 ms after typing stopped; `from` stands there already and is looked at once. */
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
