import type { Bridge } from '../../contract/bridge.ts';
import type { Problem } from '../../contract/core/problem.ts';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { ProbeResult, TrustDecision } from '../../contract/profiles/probe.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { CertificateProblem } from '../state/view-state.ts';

/** The state of a probe. */
export type ProbeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'found'; readonly address: string; readonly finding: ProbeResult }
  | { readonly kind: 'failed'; readonly address: string; readonly problem: Problem };

/** Runs `work` after `ms`; returns the function that cancels it. */
export type Delay = (ms: number, work: () => void) => () => void;

interface Parts {
  readonly bridge: Pick<Bridge, 'probe' | 'cancelProbe'>;
  readonly show: (state: ProbeState) => void;
  readonly later: Delay;
}

const noResult: Result<ProbeResult> = fail({ code: 'address-not-confirmed' });
const typingPauseMs = 600;
const maxWaitMs = 3_000;

/** Probes the address of a form 600 ms after the last key press; only the latest result counts. */
export class AddressProbe {
  profileId: ProfileId | null = null;
  readonly #parts: Parts;
  /** Decisions made while this form is open: a CA by host, a certificate by host and fingerprint. */
  readonly #decisions = new Map<string, TrustDecision>();
  #address: string;
  #callOff: (() => void) | null = null;
  #underWay: Promise<Result<ProbeResult>> = Promise.resolve(noResult);
  #nth = 0;

  constructor(address: string, deps: Parts) {
    this.#address = address.trim();
    this.#parts = deps;
  }

  setAddress(address: string): void {
    if (address.trim() === this.#address) return;
    this.stop();
    this.#address = address.trim();
    this.#parts.show({ kind: 'idle' });
    this.#callOff = this.#parts.later(typingPauseMs, () => this.start());
  }

  startNow(): void {
    if (this.#callOff !== null) this.start();
  }

  start(): void {
    this.#clear();
    this.#underWay = this.#look(null);
  }

  /** The result of the pending or running probe; null if it fails or takes too long. */
  async waitBriefly(): Promise<ProbeResult | null> {
    const enough = new Promise<null>((resolve) => this.#parts.later(maxWaitMs, () => resolve(null)));
    const looked = this.wait().then((result) => (result.ok ? result.value : null));
    return Promise.race([looked, enough]);
  }

  /** The result of the pending or running probe; an address that failed is probed again. */
  async wait(): Promise<Result<ProbeResult>> {
    this.startNow();
    const result = await this.#underWay;
    if (result.ok || result.problem.code !== 'address-not-confirmed') return result;
    this.start();
    return this.#underWay;
  }

  /** Probes again with the person's decision; a decision that does not make the certificate trusted is dropped. */
  async trust(met: CertificateProblem, decision: TrustDecision): Promise<Result> {
    const looked = this.#look(decision);
    this.#underWay = looked;
    const result = await looked;
    if (!result.ok && isAboutTrust(result.problem)) return fail(result.problem);
    this.#decisions.set(decision.mode === 'ca' ? met.host : certificateKey(met), decision);
    return done;
  }

  /** Aborts a pending or running probe. */
  stop(): void {
    this.#clear();
    this.#nth += 1;
    this.#underWay = Promise.resolve(noResult);
    void this.#parts.bridge.cancelProbe();
  }

  async #look(trusting: TrustDecision | null): Promise<Result<ProbeResult>> {
    const address = this.#address;
    this.#nth += 1;
    const nth = this.#nth;
    if (address === '') return fail({ code: 'address-missing' });
    this.#parts.show({ kind: 'asking' });
    const result = await this.#parts.bridge.probe({ address, trusting, profileId: this.profileId });
    if (nth !== this.#nth) return fail({ code: 'cancelled' });
    if (result.ok) this.#parts.show({ kind: 'found', address, finding: result.value });
    else {
      const { problem } = result;
      const known = trusting === null ? this.#decisionAbout(problem) : null;
      if (known !== null) return this.#look(known);
      // Another file was chosen since, so the person has to decide again.
      if (problem.code === 'authority-not-chosen' && this.#forget(trusting)) return this.#look(null);
      const isQuiet = problem.code === 'cancelled' || problem.code === 'address-missing';
      this.#parts.show(isQuiet ? { kind: 'idle' } : { kind: 'failed', address, problem });
    }
    return result;
  }

  #decisionAbout(problem: Problem): TrustDecision | null {
    if (problem.code !== 'certificate-untrusted') return null;
    return this.#decisions.get(certificateKey(problem)) ?? this.#decisions.get(problem.host) ?? null;
  }

  /** Drops a decision; true if there was one. */
  #forget(decision: TrustDecision | null): boolean {
    const [key] = [...this.#decisions].find(([, kept]) => kept === decision) ?? [];
    return key !== undefined && this.#decisions.delete(key);
  }

  #clear(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}

/** Whether the problem means that the decision is not enough to trust the server. */
function isAboutTrust({ code }: Problem): boolean {
  return (
    code === 'certificate-not-seen' ||
    code === 'certificate-untrusted' ||
    code === 'authority-not-chosen' ||
    code === 'authorities-full'
  );
}

/** A decision applies only to the server that presented the certificate. */
function certificateKey({ host, certificate }: CertificateProblem): string {
  return `${host} ${certificate.fingerprint}`;
}
