import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { ServerAddress } from '../../contract/profiles/profile.ts';
import type { ServerFacts } from '../../contract/profiles/server-info.ts';
import { openQuestion } from '../servers/api-requests.ts';
import { headerOf } from '../servers/http/headers.ts';
import { type Answer, isSuccess } from '../servers/response.ts';
import type { ServerConfig } from '../servers/responses/config-response.ts';
import type { ServerLine } from '../servers/transport.ts';
import { configIn, mayTryHttp, tellingProblem, turnsAwayLikeFindFace } from './probe-evidence.ts';
import { namedAddress, type ProbePlan } from './probe-plan.ts';

/** What a probe found at one origin. */
export interface Found {
  readonly address: ServerAddress;
  readonly server: ServerFacts | null;
  readonly elsewhere: ServerAddress | null;
  readonly line: ServerLine;
}

/** Looks for FindFace along a plan, over a line to each origin; whoever makes the lines closes them. */
export async function probe(
  plan: ProbePlan,
  lineTo: (origin: string) => Promise<ServerLine>,
  signal: AbortSignal,
): Promise<Result<Found, ServerProblem>> {
  let first: ServerProblem | null = null;
  for (const origin of plan.origins) {
    const found = await new OriginProbe(origin, plan.basePaths, await lineTo(origin), signal).look();
    if (found.ok) return found;
    // What HTTPS answered says more than that nobody answers over HTTP, or that HTTP leads back to HTTPS.
    first = first === null || tellsMore(found.problem, plan) ? found.problem : first;
    if (signal.aborted || !mayTryHttp(found.problem)) return found;
  }
  if (first === null) throw new Error('A plan without an origin');
  return fail(first);
}

function tellsMore(problem: ServerProblem, { origins }: ProbePlan): boolean {
  return problem.code === 'redirected' ? !origins.includes(problem.to) : 'status' in problem;
}

class OriginProbe {
  readonly #problems: ServerProblem[] = [];

  constructor(
    readonly origin: string,
    readonly basePaths: readonly string[],
    readonly line: ServerLine,
    readonly signal: AbortSignal,
  ) {}

  async look(): Promise<Result<Found, ServerProblem>> {
    for (const basePath of this.basePaths) {
      const asked = await this.#ask(`${basePath}/config.json`);
      if (!asked.ok) return asked;
      const config = asked.value === null ? null : configIn(asked.value);
      if (config !== null) return ok(await this.#configured(basePath, config));
    }
    const basePath = await this.#basePathOfApi(this.basePaths);
    if (!basePath.ok) return basePath;
    if (basePath.value !== null) {
      const address = { origin: this.origin, basePath: basePath.value };
      return ok({ address, server: null, elsewhere: null, line: this.line });
    }
    return fail(tellingProblem(this.#problems, this.line.host));
  }

  /** The configuration may lie beside the API rather than above it, so the API itself is looked for. */
  async #configured(basePath: string, { facts, serverUrl }: ServerConfig): Promise<Found> {
    const named = serverUrl === null ? null : namedAddress(serverUrl, this.origin);
    const isHere = named?.origin === this.origin;
    const likely = isHere ? named.basePath : basePath;
    const foundAt = await this.#basePathOfApi([...new Set([likely, basePath, ...this.basePaths])]);
    // A path that nothing answers under is believed only where an address can have it anyway.
    const unconfirmed = /(^|\/api)$/i.test(likely) ? likely : basePath;
    return {
      address: { origin: this.origin, basePath: (foundAt.ok ? foundAt.value : null) ?? unconfirmed },
      server: { ...facts, seenAt: this.line.device.now() },
      elsewhere: isHere ? null : named,
      line: this.line,
    };
  }

  async #basePathOfApi(basePaths: readonly string[]): Promise<Result<string | null, ServerProblem>> {
    for (const basePath of basePaths) {
      const asked = await this.#ask(`${basePath}/users/me/`);
      if (!asked.ok) return asked;
      if (asked.value !== null && turnsAwayLikeFindFace(asked.value)) return ok(basePath);
    }
    return ok(null);
  }

  /** Asks without any credential: the answer, null for one that cannot be read, or why there is no way to this origin. */
  async #ask(path: string): Promise<Result<Answer | null, ServerProblem>> {
    // SECURITY: what is asked here carries no user name, no password, no token and no device id (0014).
    const question = openQuestion({ ...this.line.caller(), deviceId: '' }, path);
    const exchange = await this.line.ask(question, this.signal);
    if (!exchange.ok) {
      if (!isAnswer(exchange.problem)) return fail(exchange.problem);
      this.#problems.push(exchange.problem);
      return ok(null);
    }
    const { answer } = exchange;
    if (!isSuccess(answer) && !this.#staysHere(answer))
      this.#problems.push(this.line.refusal({ kind: 'other' }, answer));
    return ok(answer);
  }

  /** A redirect to another page of the same server is no news. */
  #staysHere(answer: Answer): boolean {
    const location = headerOf(answer.headers, 'location');
    if (answer.status < 300 || answer.status >= 400 || location === null) return false;
    return URL.canParse(location, this.origin) && new URL(location, this.origin).origin === this.origin;
  }
}

/** Did the server answer, though not in a way that can be read? */
function isAnswer({ code }: ServerProblem): boolean {
  return code.startsWith('answer-');
}
