import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../contract/probe.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ProfileId } from '../../contract/profile.ts';
import { done, fail, type Result } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import type { CertificateProblem } from '../state/view-state.ts';

/** How far the look at an address has come. */
export type ProbeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'found'; readonly address: string; readonly finding: Finding }
  | { readonly kind: 'trouble'; readonly address: string; readonly problem: Problem };

/** The looks at an address while it is being typed. */
export interface Probing {
  readonly state: ProbeState;
  /** Tells what stands in the field; a look begins when typing stops. */
  readonly typed: (address: string) => void;
  /** Begins the look that is due without waiting; for when the field is left. */
  readonly hurry: () => void;
  /** Waits for the look that is due or under way, though not for ever, and gives what it found. */
  readonly settled: () => Promise<Finding | null>;
  /** Looks again, trusting exactly the certificate that stood in the way. */
  readonly trust: (met: CertificateProblem) => Promise<Result>;
}

const pauseMs = 600;
const longestWaitMs = 3_000;

/** Looks at an address 600 ms after typing stopped; `from` stands there already and is looked at once. */
export function useProbe(from: string, profileId: ProfileId | null, lookAtOnce: boolean): Probing {
  const [state, setState] = useState<ProbeState>({ kind: 'idle' });
  const desk = useRef<ProbeDesk>(null);
  desk.current ??= new ProbeDesk(from, setState);
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
    trust: (met) => at.trust(met),
  };
}

class ProbeDesk {
  profileId: ProfileId | null = null;
  readonly #show: (state: ProbeState) => void;
  /** What a person has compared and trusted while this form was open. */
  readonly #trusted = new Set<string>();
  #address: string;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #underWay: Promise<Finding | null> = Promise.resolve(null);
  #nth = 0;

  constructor(address: string, show: (state: ProbeState) => void) {
    this.#address = address.trim();
    this.#show = show;
  }

  typed(address: string): void {
    if (address.trim() === this.#address) return;
    this.stop();
    this.#address = address.trim();
    this.#show({ kind: 'idle' });
    this.#timer = setTimeout(() => this.begin(), pauseMs);
  }

  hurry(): void {
    if (this.#timer !== null) this.begin();
  }

  begin(): void {
    this.#clear();
    this.#underWay = this.#look(null).then((result) => (result.ok ? result.value : null));
  }

  async settled(): Promise<Finding | null> {
    this.hurry();
    const enough = new Promise<null>((resolve) => setTimeout(() => resolve(null), longestWaitMs));
    return Promise.race([this.#underWay, enough]);
  }

  async trust(met: CertificateProblem): Promise<Result> {
    this.#trusted.add(certificateOf(met));
    const looked = this.#look(met.certificate.fingerprint);
    this.#underWay = looked.then((result) => (result.ok ? result.value : null));
    const result = await looked;
    return !result.ok && result.problem.code === 'certificate-not-seen' ? fail(result.problem) : done;
  }

  /** Gives up whatever is due or under way. */
  stop(): void {
    this.#clear();
    this.#nth += 1;
    this.#underWay = Promise.resolve(null);
    void bridge.cancelProbe();
  }

  async #look(trusting: string | null): Promise<Result<Finding>> {
    const address = this.#address;
    this.#nth += 1;
    const nth = this.#nth;
    if (address === '') return fail({ code: 'address-missing' });
    this.#show({ kind: 'asking' });
    const result = await bridge.probe({ address, trusting, profileId: this.profileId });
    if (nth !== this.#nth) return fail({ code: 'cancelled' });
    if (result.ok) this.#show({ kind: 'found', address, finding: result.value });
    else {
      const { problem } = result;
      const isKnown = problem.code === 'certificate-untrusted' && this.#trusted.has(certificateOf(problem));
      if (trusting === null && isKnown) return this.#look(problem.certificate.fingerprint);
      // What is wrong with the text itself is told at the field once it is to be saved.
      const isQuiet = problem.code === 'cancelled' || problem.code.startsWith('address-');
      this.#show(isQuiet ? { kind: 'idle' } : { kind: 'trouble', address, problem });
    }
    return result;
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** A certificate is trusted for the server that showed it. */
function certificateOf({ host, certificate }: CertificateProblem): string {
  return `${host} ${certificate.fingerprint}`;
}
