import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { User } from '../../contract/sessions/user.ts';
import type { Token } from '../token/token.ts';
import { checkRequest, loginRequest, logoutRequest } from './api-requests.ts';
import { askAuthType } from './auth-type.ts';
import type { ServerConnection } from './connection.ts';
import { withDeadline } from './http/timeouts.ts';
import { type LoginResponse, requestLogin } from './login-grants.ts';
import { isSuccess, readSuccess } from './response.ts';
import { readLogin, readUser } from './responses/user-response.ts';
import type { Target, TransportOptions } from './target.ts';
import { type Device, FindFaceTransport } from './transport.ts';

/** The credentials of a log-in. */
export interface LoginRequest {
  readonly userName: string;
  readonly password: string;
  readonly faceToken: string | null;
  readonly signal: AbortSignal;
}

/** The result of a check of an accepted token. */
export interface CheckResponse {
  readonly user: User;
  /** How far the server's clock is ahead, in ms; null without a usable `Date` header. */
  readonly skewMs: number | null;
  readonly tookMs: number;
}

/**
 * Logs in, logs out and checks, for one profile at one server. Every expected failure is a problem, none of which holds
 * a secret.
 */
export class ApiClient {
  /** Sends every request of this client. */
  readonly transport: FindFaceTransport;

  /** `connection` takes the place of one over the network. */
  constructor(
    target: Target,
    device: Device,
    options: TransportOptions = {},
    connection: ServerConnection | null = null,
  ) {
    this.transport = new FindFaceTransport(target, device, options, connection);
  }

  /** The certificate of the last connection; null before the first one and over plain HTTP. */
  get certificate(): CertificateFacts | null {
    return this.transport.certificate;
  }

  /** The last certificate presented, trusted or not. Only this one can be trusted by the user. */
  get lastShown(): CertificateFacts | null {
    return this.transport.lastShown;
  }

  /** `POST /auth/login/`. Sent once, never retried: a second attempt could lock a domain account. */
  login(request: LoginRequest): Promise<Result<LoginResponse, ServerProblem>> {
    const { transport } = this;
    return withDeadline(transport.timeouts.loginMs, request.signal, async (signal) => {
      const words = { ...request, deviceInfo: transport.device.info };
      const call = { kind: 'login', userName: request.userName } as const;
      const told = await transport.request(
        loginRequest(transport.identity(), words),
        call,
        readLogin,
        signal,
      );
      if (told.ok) return requestLogin(transport, told.value, signal);
      return fail(await this.#explained(told.problem, request.faceToken, signal));
    });
  }

  /** `POST /auth/logout/`; `already-gone` if the server did not know the token any more. */
  logout(token: Token, caller: AbortSignal): Promise<Result<'ended' | 'already-gone', ServerProblem>> {
    const { transport } = this;
    return withDeadline(transport.timeouts.otherMs, caller, async (signal) => {
      const outcome = await transport.send(logoutRequest(transport.identity(), token), signal);
      if (!outcome.ok) return fail(outcome.problem);
      const { response } = outcome;
      if (response.status === 204) return ok('ended');
      // Any other success may come from a proxy in between, so the session may still exist.
      if (isSuccess(response)) {
        const read = readSuccess(response, transport.host, () => ({ ok: false, field: 'status' }));
        return read.ok ? ok('ended') : fail(read.problem);
      }
      const problem = transport.refusal({ kind: 'logout' }, response);
      return problem.code === 'session-refused' ? ok('already-gone') : fail(problem);
    });
  }

  /**
   * `GET /users/me/`: whether a token is valid, and whose it is; `isLast` closes the socket afterwards, and the answer is
   * read once `mayRead` resolves.
   */
  check(
    token: Token,
    caller: AbortSignal,
    { isLast = false, mayRead }: { readonly isLast?: boolean; readonly mayRead?: () => Promise<void> } = {},
  ): Promise<Result<CheckResponse, ServerProblem>> {
    const { transport } = this;
    return withDeadline(transport.timeouts.otherMs, caller, async (signal) => {
      const request = checkRequest(transport.identity(), token, isLast);
      const told = await transport.request(request, { kind: 'check' }, readUser, signal, mayRead);
      if (!told.ok) return told;
      const { value: user, skewMs, tookMs } = told.value;
      return ok({ user, skewMs, tookMs });
    });
  }

  /** Aborts every request and closes the connections. */
  close(): Promise<void> {
    return this.transport.close();
  }

  /** A rejected log-in may mean that a face is required, which only `/config.json` says. */
  async #explained(
    problem: ServerProblem,
    faceToken: string | null,
    signal: AbortSignal,
  ): Promise<ServerProblem> {
    if (!mayRequireFace(problem) || (problem.code === 'face-token-refused' && faceToken !== null))
      return problem;
    const type = await askAuthType(this.transport, signal);
    if (type !== 'face' && !(type === 'face_and_password' && faceToken === null)) return problem;
    const { desc, host, serverCode, status } = problem;
    return { code: 'face-check-needed', type, host, status, serverCode, desc };
  }
}

type Puzzling = Extract<
  ServerProblem,
  { readonly code: 'wrong-password' | 'login-forbidden' | 'request-refused' | 'face-token-refused' }
>;

/** What FindFace answers to a password where a face is required is not documented: 400, 401 or 403. */
function mayRequireFace(problem: ServerProblem): problem is Puzzling {
  if (problem.code === 'request-refused') return problem.status === 400;
  return (
    problem.code === 'wrong-password' ||
    problem.code === 'login-forbidden' ||
    problem.code === 'face-token-refused'
  );
}
