import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../contract/core/result.ts';
import type { Finding } from '../../contract/profiles/probe.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import type { CertificateProblem } from '../state/view-state.ts';
import { type Later, ProbeDesk, type ProbeState } from './address-probe.ts';

/** The looks at an address while it is being typed. */
export interface Probing {
  readonly state: ProbeState;
  /** Tells what stands in the field; a look begins when typing stops. */
  readonly typed: (address: string) => void;
  /** Begins the look that is due without waiting; for when the field is left. */
  readonly hurry: () => void;
  /** Waits for the look that is due or under way, though not for ever, and gives what it found. */
  readonly settled: () => Promise<Finding | null>;
  /** Waits for the look that is due or under way however long it takes, and gives what it found or why it found nothing. */
  readonly looked: () => Promise<Result<Finding>>;
  /** Looks again, trusting exactly the certificate that stood in the way. */
  readonly trust: (met: CertificateProblem) => Promise<Result>;
}

const later: Later = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** Looks at an address 600 ms after typing stopped; `from` stands there already and is looked at once. */
export function useProbe(from: string, profileId: ProfileId | null, lookAtOnce: boolean): Probing {
  const [state, setState] = useState<ProbeState>({ kind: 'idle' });
  const desk = useRef<ProbeDesk>(null);
  desk.current ??= new ProbeDesk(from, { bridge, show: setState, later });
  desk.current.profileId = profileId;
  const at = desk.current;
  useEffect(() => {
    if (lookAtOnce) at.begin();
    return () => at.stop();
  }, [at, lookAtOnce]);
  return {
    state,
    typed: (address) => at.typed(address),
    hurry: () => at.hurry(),
    settled: () => at.settled(),
    looked: () => at.looked(),
    trust: (met) => at.trust(met),
  };
}
