import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { ServerAddress } from '../../contract/profiles/profile.ts';
import type { ServerInfo } from '../../contract/profiles/server-info.ts';
import { publicRequest } from '../servers/api-requests.ts';
import { readHeader } from '../servers/http/headers.ts';
import { type HttpResponse, isSuccess } from '../servers/response.ts';
import type { ServerConfig } from '../servers/responses/config-response.ts';
import type { FindFaceTransport } from '../servers/transport.ts';
import { bestProblem, configFrom, isFindFaceRefusal, mayTryHttp } from './probe-evidence.ts';
import { namedAddress, type ProbePlan } from './probe-plan.ts';

/** What a probe found at one origin. */
export interface OriginFound {
  readonly address: ServerAddress;
  readonly server: ServerInfo | null;
  readonly elsewhere: ServerAddress | null;
  readonly transport: FindFaceTransport;
}

/** Tries the origins of a plan, with one transport each; the caller closes the transports. */
export async function probeOrigins(
  plan: ProbePlan,
  lineTo: (origin: string) => Promise<FindFaceTransport>,
  signal: AbortSignal,
): Promise<Result<OriginFound, ServerProblem>> {
  let first: ServerProblem | null = null;
  for (const origin of plan.origins) {
    const found = await new OriginProbe(origin, plan.basePaths, await lineTo(origin), signal).look();
    if (found.ok) return found;
    // A response over HTTPS says more than no response over HTTP, or a redirect from HTTP back to HTTPS.
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
    readonly transport: FindFaceTransport,
    readonly signal: AbortSignal,
  ) {}

  async look(): Promise<Result<OriginFound, ServerProblem>> {
    for (const basePath of this.basePaths) {
      const asked = await this.#ask(`${basePath}/config.json`);
      if (!asked.ok) return asked;
      const config = asked.value === null ? null : configFrom(asked.value);
      if (config !== null) return ok(await this.#configured(basePath, config));
    }
    const basePath = await this.#basePathOfApi(this.basePaths);
    if (!basePath.ok) return basePath;
    if (basePath.value !== null) {
      const address = { origin: this.origin, basePath: basePath.value };
      return ok({ address, server: null, elsewhere: null, transport: this.transport });
    }
    return fail(bestProblem(this.#problems, this.transport.host));
  }

  /** The path of `/config.json` need not be a prefix of the API's, so the API itself is probed too. */
  async #configured(basePath: string, { facts, serverUrl }: ServerConfig): Promise<OriginFound> {
    const named = serverUrl === null ? null : namedAddress(serverUrl, this.origin);
    const isHere = named?.origin === this.origin;
    const likely = isHere ? named.basePath : basePath;
    const foundAt = await this.#basePathOfApi([...new Set([likely, basePath, ...this.basePaths])]);
    // A path that did not respond is accepted only in the form that addresses have.
    const unconfirmed = /(^|\/api)$/i.test(likely) ? likely : basePath;
    return {
      address: { origin: this.origin, basePath: (foundAt.ok ? foundAt.value : null) ?? unconfirmed },
      server: { ...facts, seenAt: this.transport.device.now() },
      elsewhere: isHere ? null : named,
      transport: this.transport,
    };
  }

  async #basePathOfApi(basePaths: readonly string[]): Promise<Result<string | null, ServerProblem>> {
    for (const basePath of basePaths) {
      const asked = await this.#ask(`${basePath}/users/me/`);
      if (!asked.ok) return asked;
      if (asked.value !== null && isFindFaceRefusal(asked.value)) return ok(basePath);
    }
    return ok(null);
  }

  /** Sends a request without credentials: the response, null if it is unreadable, or why the origin is unreachable. */
  async #ask(path: string): Promise<Result<HttpResponse | null, ServerProblem>> {
    // SECURITY: the request carries no user name, password, token or device ID (0014).
    const request = publicRequest({ ...this.transport.identity(), deviceId: '' }, path);
    const outcome = await this.transport.send(request, this.signal);
    if (!outcome.ok) {
      if (!isAnswer(outcome.problem)) return fail(outcome.problem);
      this.#problems.push(outcome.problem);
      return ok(null);
    }
    const { response } = outcome;
    if (!isSuccess(response) && !this.#staysHere(response))
      this.#problems.push(this.transport.refusal({ kind: 'other' }, response));
    return ok(response);
  }

  /** Whether a redirect stays on this server, as redirects to a login page do. */
  #staysHere(response: HttpResponse): boolean {
    const location = readHeader(response.headers, 'location');
    if (response.status < 300 || response.status >= 400 || location === null) return false;
    return URL.canParse(location, this.origin) && new URL(location, this.origin).origin === this.origin;
  }
}

/** Whether the server responded, if only with something unreadable. */
function isAnswer({ code }: ServerProblem): boolean {
  return code.startsWith('answer-');
}
