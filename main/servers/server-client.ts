import type { SecureContext } from 'node:tls';
import type { CertificateFacts } from '../../contract/certificate.ts';
import type { ServerProblem } from '../../contract/problem.ts';
import type { ServerAddress, TlsTrust } from '../../contract/profile.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Language } from '../../contract/settings.ts';
import type { EpochMs } from '../../contract/time.ts';
import type { User } from '../../contract/user.ts';
import type { Token } from '../vault/token.ts';
import { headerOf } from './answer-headers.ts';
import { type Answer, isSuccess, readRefusal, readSuccess } from './answer-rules.ts';
import { byThisClock, skewOf } from './clock-skew.ts';
import { Connection } from './connection.ts';
import { type Patience, usualPatience, within } from './patience.ts';
import type { Call } from './refusal-rules.ts';
import { readJson } from './safe-json.ts';
import { readAuthType, readLogin, readUser } from './server-answers.ts';
import { isPlausibleExpiry } from './server-dates.ts';
import {
  type Caller,
  checkQuestion,
  configQuestion,
  loginQuestion,
  logoutQuestion,
} from './server-requests.ts';

/** The part of a profile that a server must know; a change of it needs another client. */
export interface Target {
  readonly address: ServerAddress;
  readonly tls: TlsTrust;
  readonly deviceId: string;
}

/** This computer, as far as a server sees it. */
export interface Device {
  readonly info: Readonly<Record<string, string>>;
  language(): Language;
  now(): EpochMs;
}

/** What a person types to log in. */
export interface LoginRequest {
  readonly userName: string;
  readonly password: string;
  readonly faceToken: string | null;
  readonly signal: AbortSignal;
}

/** A granted session; `expiresAt` is by this computer's clock, null when the server named no believable end. */
export interface LoginAnswer {
  readonly token: Token;
  readonly user: User;
  readonly expiresAt: EpochMs | null;
  /** How far the server's clock is ahead, in ms; 0 when it did not tell. */
  readonly skewMs: number;
  readonly tookMs: number;
}

/** An accepted token, and whose it is. */
export interface CheckAnswer {
  readonly user: User;
  readonly skewMs: number;
  readonly tookMs: number;
}

/** What a test may change: how long to wait, and whom to trust instead of the system's authorities. */
export interface ClientOptions {
  readonly patience?: Partial<Patience>;
  readonly authorities?: () => SecureContext;
}

/** Talks to one server for one profile. Every expected bad outcome is a problem that holds no secret. */
export class ServerClient {
  readonly #target: Target;
  readonly #host: string;
  readonly #device: Device;
  readonly #patience: Patience;
  readonly #connection: Connection;

  constructor(target: Target, device: Device, options: ClientOptions = {}) {
    this.#target = target;
    this.#host = new URL(target.address.origin).host;
    this.#device = device;
    this.#patience = { ...usualPatience, ...options.patience };
    this.#connection = new Connection(target, this.#patience, options.authorities);
  }

  /** The certificate of the last connection; null before the first one and over plain HTTP. */
  get certificate(): CertificateFacts | null {
    return this.#connection.certificate;
  }

  /** The certificate last seen, also one that was not trusted; a person can only trust what was shown. */
  get lastShown(): CertificateFacts | null {
    return this.#connection.lastShown;
  }

  /** Asks for a session. Sent once: a second try could lock a domain account. */
  login(request: LoginRequest): Promise<Result<LoginAnswer, ServerProblem>> {
    return within(this.#patience.loginMs, request.signal, async (signal) => {
      const words = { ...request, deviceInfo: this.#device.info };
      const exchange = await this.#connection.ask(loginQuestion(this.#caller(), words), signal);
      if (!exchange.ok) return fail(exchange.problem);
      const { answer } = exchange;
      if (!isSuccess(answer)) {
        const refusal = this.#refusal({ kind: 'login', userName: request.userName }, answer);
        return fail(await this.#explained(refusal, request.faceToken, signal));
      }
      const read = readSuccess(answer, this.#host, readLogin);
      if (!read.ok) return fail(read.problem);
      const { serverExpiry, token, user } = read.value;
      const skewMs = this.#skewMs(answer);
      const expiresAt = serverExpiry === null ? null : byThisClock(serverExpiry, skewMs);
      const believed =
        expiresAt !== null && isPlausibleExpiry(expiresAt, this.#device.now()) ? expiresAt : null;
      return ok({ token, user, expiresAt: believed, skewMs, tookMs: answer.tookMs });
    });
  }

  /** Ends a session on the server; `already-gone` when the server did not know it any more. */
  logout(token: Token, caller: AbortSignal): Promise<Result<'ended' | 'already-gone', ServerProblem>> {
    return within(this.#patience.otherMs, caller, async (signal) => {
      const exchange = await this.#connection.ask(logoutQuestion(this.#caller(), token), signal);
      if (!exchange.ok) return fail(exchange.problem);
      const { answer } = exchange;
      if (answer.status === 204) return ok('ended');
      // Anything else that looks like success may come from a machine in between, so the session may live on.
      if (isSuccess(answer)) {
        const read = readSuccess(answer, this.#host, () => ({ ok: false, field: 'status' }));
        return read.ok ? ok('ended') : fail(read.problem);
      }
      const problem = this.#refusal({ kind: 'logout' }, answer);
      return problem.code === 'session-refused' ? ok('already-gone') : fail(problem);
    });
  }

  /** Asks whether a token still works, and whose it is. */
  check(token: Token, caller: AbortSignal): Promise<Result<CheckAnswer, ServerProblem>> {
    return within(this.#patience.otherMs, caller, async (signal) => {
      const exchange = await this.#connection.ask(checkQuestion(this.#caller(), token), signal);
      if (!exchange.ok) return fail(exchange.problem);
      const { answer } = exchange;
      if (!isSuccess(answer)) return fail(this.#refusal({ kind: 'check' }, answer));
      const read = readSuccess(answer, this.#host, readUser);
      if (!read.ok) return fail(read.problem);
      return ok({ user: read.value, skewMs: this.#skewMs(answer), tookMs: answer.tookMs });
    });
  }

  /** Ends everything that is under way and hangs up. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  #caller(): Caller {
    return { deviceId: this.#target.deviceId, language: this.#device.language() };
  }

  #skewMs(answer: Answer): number {
    return skewOf(headerOf(answer.headers, 'date'), this.#device.now(), answer.tookMs) ?? 0;
  }

  #refusal(call: Call, answer: Answer): ServerProblem {
    return readRefusal(answer, call, this.#target.address.origin, this.#device.now());
  }

  /** A refused login may mean that a face is wanted, which the server says only in its configuration. */
  async #explained(
    problem: ServerProblem,
    faceToken: string | null,
    signal: AbortSignal,
  ): Promise<ServerProblem> {
    if (!mayMeanFace(problem)) return problem;
    const exchange = await this.#connection.ask(configQuestion(this.#caller()), signal);
    if (!exchange.ok || exchange.answer.status !== 200) return problem;
    const json = readJson(exchange.answer.body);
    const type = json.ok ? readAuthType(json.value) : null;
    if (type !== 'face' && !(type === 'face_and_password' && faceToken === null)) return problem;
    const { desc, host, serverCode, status } = problem;
    return { code: 'face-check-needed', type, host, status, serverCode, desc };
  }
}

type Puzzling = Extract<
  ServerProblem,
  { readonly code: 'wrong-password' | 'login-forbidden' | 'request-refused' }
>;

/** What FindFace answers to a password where it wants a face is not documented: 400, 401 or 403. */
function mayMeanFace(problem: ServerProblem): problem is Puzzling {
  if (problem.code === 'request-refused') return problem.status === 400;
  return problem.code === 'wrong-password' || problem.code === 'login-forbidden';
}
