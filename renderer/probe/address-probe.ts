import type { Bridge } from '../../contract/bridge.ts';
import type { Problem } from '../../contract/core/problem.ts';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { ProbeResult, TrustDecision } from '../../contract/profiles/probe.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { CertificateProblem } from '../state/view-state.ts';

/** How far the look at an address has come. */
export type ProbeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'found'; readonly address: string; readonly finding: ProbeResult }
  | { readonly kind: 'failed'; readonly address: string; readonly problem: Problem };

/** Does some work after so many ms, and returns what calls it off. */
export type Delay = (ms: number, work: () => void) => () => void;

interface Parts {
  readonly bridge: Pick<Bridge, 'probe' | 'cancelProbe'>;
  readonly show: (state: ProbeState) => void;
  readonly later: Delay;
}

const noResult: Result<ProbeResult> = fail({ code: 'address-not-confirmed' });
const typingPauseMs = 600;
const maxWaitMs = 3_000;

/** Looks at the address of a form 600 ms after typing stopped; only the last look is shown. */
export class AddressProbe {
  profileId: ProfileId | null = null;
  readonly #parts: Parts;
  /** What a person decided to trust while this form was open: an authority by host, a certificate by host and fingerprint. */
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

  /** What the look that is due or under way finds; null if it finds nothing, or takes longer than a form may wait. */
  async waitBriefly(): Promise<ProbeResult | null> {
    const enough = new Promise<null>((resolve) => this.#parts.later(maxWaitMs, () => resolve(null)));
    const looked = this.wait().then((result) => (result.ok ? result.value : null));
    return Promise.race([looked, enough]);
  }

  /** What the look that is due or under way finds, or why it finds nothing; an address that failed is looked at again. */
  async wait(): Promise<Result<ProbeResult>> {
    this.startNow();
    const result = await this.#underWay;
    if (result.ok || result.problem.code !== 'address-not-confirmed') return result;
    this.start();
    return this.#underWay;
  }

  /** Looks again, trusting what a person decided; what does not let this certificate pass is not trusted. */
  async trust(met: CertificateProblem, decision: TrustDecision): Promise<Result> {
    const looked = this.#look(decision);
    this.#underWay = looked;
    const result = await looked;
    if (!result.ok && isAboutTrust(result.problem)) return fail(result.problem);
    this.#decisions.set(decision.mode === 'ca' ? met.host : certificateKey(met), decision);
    return done;
  }

  /** Gives up whatever is due or under way. */
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
      // Another file was chosen since, so this is a matter for a person again.
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

  /** Was this decision kept? It is not any longer. */
  #forget(decision: TrustDecision | null): boolean {
    const [key] = [...this.#decisions].find(([, kept]) => kept === decision) ?? [];
    return key !== undefined && this.#decisions.delete(key);
  }

  #clear(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}

/** Does this problem say that what was decided is not enough to trust the server? */
function isAboutTrust({ code }: Problem): boolean {
  return (
    code === 'certificate-not-seen' ||
    code === 'certificate-untrusted' ||
    code === 'authority-not-chosen' ||
    code === 'authorities-full'
  );
}

/** A certificate is trusted for the server that showed it. */
function certificateKey({ host, certificate }: CertificateProblem): string {
  return `${host} ${certificate.fingerprint}`;
}
