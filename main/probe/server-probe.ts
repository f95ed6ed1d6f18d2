import { randomUUID } from 'node:crypto';
import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProbeRequest, ProbeResult, TrustDecision } from '../../contract/profiles/probe.ts';
import type { Profile, ProfileId, ProxyChoice, TlsTrust } from '../../contract/profiles/profile.ts';
import type { TransportTarget } from '../servers/client-pool.ts';
import { type Timeouts, withDeadline } from '../servers/http/timeouts.ts';
import { pinOf } from '../servers/tls/certificate-facts.ts';
import type { ClientCredentials } from '../servers/tls/client-certificate.ts';
import type { FindFaceTransport } from '../servers/transport.ts';
import { probeOrigins } from './probe-origin.ts';
import { completes, type ProbePlan, planProbe } from './probe-plan.ts';

/** The result of a probe and the person's decision about it, for the profile saved afterwards. */
export interface ProbeOutcome {
  readonly typed: string;
  readonly finding: ProbeResult;
  /** What the person decided to trust for this probe; null if nothing. */
  readonly decided: TlsTrust | null;
}

interface Deps {
  readonly profile: (id: ProfileId) => Profile | undefined;
  /** Trust in a CA from the file that was chosen last, or why there is none. */
  readonly trustAuthority: (fingerprint: string) => Result<TlsTrust>;
  /** The proxy of a server that is not in the list yet. */
  readonly newProxy: () => ProxyChoice;
  /** Creates a transport that belongs to no profile. */
  readonly lineTo: (target: TransportTarget, timeouts: Partial<Timeouts>) => Promise<FindFaceTransport>;
  /** The client certificate of a profile; null if it has none. */
  readonly credentials: (profile: Profile) => ClientCredentials | null;
  readonly now: () => EpochMs;
}

/** The trust and proxy of a probe. */
type ProbeConnection = Pick<TransportTarget, 'tls' | 'proxy'> & {
  readonly isDecided: boolean;
  /** The profile whose client certificate is presented to its own server; null for none. */
  readonly presents: Profile | null;
};

/** Short, since a person waits while typing. */
const timeouts: Partial<Timeouts> = { connectMs: 3_000, headersMs: 5_000, bodyGapMs: 3_000 };
const wholeProbeMs = 15_000;
const maxKept = 50;

/**
 * Probes servers before anybody logs in, one at a time; remembers the results and the certificates that servers
 * presented.
 */
export class ServerProbe {
  readonly #found = new Map<string, ProbeOutcome>();
  readonly #shown = new Map<string, CertificateFacts>();
  /** What was decided for a server that then let nobody in, until the next probe or until the form is closed. */
  #decided: ProbeOutcome | null = null;
  #underWay = new AbortController();

  constructor(private readonly deps: Deps) {}

  /** Probes an address; aborts an earlier probe that is still running. */
  async probe(request: ProbeRequest): Promise<Result<ProbeResult>> {
    const { signal } = this.#begin();
    const plan = planProbe(request.address);
    if (!plan.ok) return plan;
    const profile = request.profileId === null ? undefined : this.deps.profile(request.profileId);
    const tls = this.#trustFor(plan.value, request.trusting, profile);
    if (!tls.ok) return tls;
    const way: ProbeConnection = {
      tls: tls.value,
      isDecided: request.trusting !== null,
      proxy: profile?.proxy ?? this.deps.newProxy(),
      // SECURITY: not where the page alone decided what to trust (0022, 0044).
      presents: request.trusting === null ? (profile ?? null) : null,
    };
    return withDeadline(wholeProbeMs, signal, (until) => this.#look(request.address, plan.value, way, until));
  }

  /** Aborts the running probe, and forgets a decision of which nothing was found. */
  cancel(): void {
    this.#underWay.abort();
    this.#decided = null;
  }

  /**
   * The result of the probe with this ID, if it was for exactly this text; else null. Without an ID, what was decided for
   * this text, if the last probe found nothing because of something else, such as a missing client certificate.
   */
  found(id: string | null, typed: string): ProbeOutcome | null {
    const probed = id === null ? this.#decided : this.#found.get(id);
    return probed?.typed === typed.trim() ? probed : null;
  }

  #begin(): AbortController {
    this.cancel();
    this.#underWay = new AbortController();
    return this.#underWay;
  }

  async #look(
    address: string,
    plan: ProbePlan,
    { tls, isDecided, proxy, presents }: ProbeConnection,
    signal: AbortSignal,
  ): Promise<Result<ProbeResult>> {
    const lines = new Map<string, FindFaceTransport>();
    const lineTo = async (origin: string) => {
      const client = presents?.address.origin === origin ? this.deps.credentials(presents) : null;
      const target = { address: { origin, basePath: '' }, tls, proxy, client };
      const transport = await this.deps.lineTo(target, timeouts);
      lines.set(origin, transport);
      return transport;
    };
    try {
      const found = await probeOrigins(plan, lineTo, signal);
      for (const [origin, transport] of lines) this.#remember(origin, transport.lastShown);
      if (!found.ok) {
        if (isDecided && !signal.aborted && !isAboutTrust(found.problem))
          this.#keepDecided(address, plan, tls);
        return found;
      }
      const { transport, ...rest } = found.value;
      const finding: ProbeResult = {
        id: randomUUID(),
        ...rest,
        completesTyped: completes(plan, rest.address.basePath),
        certificate:
          transport.certificate === null ? null : { judgedBy: tls.mode, facts: transport.certificate },
      };
      const decided = isDecided && finding.certificate !== null ? tls : null;
      this.#keep({ typed: address.trim(), finding, decided });
      return ok(finding);
    } finally {
      for (const transport of lines.values()) void transport.close();
    }
  }

  /** The trust of a probe; refused for a certificate that was not presented or a CA that was not chosen. */
  #trustFor(
    { origins }: ProbePlan,
    trusting: TrustDecision | null,
    profile: Profile | undefined,
  ): Result<TlsTrust> {
    const [origin = ''] = origins;
    if (trusting?.mode === 'ca') return this.deps.trustAuthority(trusting.fingerprint);
    if (trusting !== null) {
      // SECURITY: only a certificate that a server presented to this app can be trusted, not a fingerprint that the
      // page sends (0014).
      const shown = this.#shown.get(`${origin} ${trusting.fingerprint}`);
      if (!shown) return fail({ code: 'certificate-not-seen' });
      return ok(pinOf(shown, this.deps.now()));
    }
    // A CA may also have issued the certificate of another host; a pin is for this server only.
    const staysTrusted = profile?.address.origin === origin || profile?.tls.mode === 'ca';
    return ok(staysTrusted ? profile.tls : system);
  }

  #remember(origin: string, certificate: CertificateFacts | null): void {
    if (certificate === null) return;
    this.#shown.set(`${origin} ${certificate.fingerprint}`, certificate);
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > maxKept && oldest !== undefined) this.#shown.delete(oldest);
  }

  #keepDecided(address: string, { origins: [origin = ''] }: ProbePlan, decided: TlsTrust): void {
    const nothing = { completesTyped: false, server: null, certificate: null, elsewhere: null };
    const finding: ProbeResult = { id: randomUUID(), address: { origin, basePath: '' }, ...nothing };
    this.#decided = { typed: address.trim(), finding, decided };
  }

  #keep(probed: ProbeOutcome): void {
    this.#found.set(probed.finding.id, probed);
    const [oldest] = this.#found.keys();
    if (this.#found.size > maxKept && oldest !== undefined) this.#found.delete(oldest);
  }
}

/** Whether the decision was not enough to accept the server. */
function isAboutTrust({ code }: ServerProblem): boolean {
  return code === 'certificate-untrusted' || code === 'certificate-changed';
}

const system: TlsTrust = { mode: 'system' };
