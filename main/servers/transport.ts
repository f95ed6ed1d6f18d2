import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { UsedRoute } from '../../contract/profiles/connection.ts';
import type { Language } from '../../contract/settings.ts';
import type { RequestIdentity } from './api-requests.ts';
import { Connection, type HttpOutcome, type HttpRequest } from './connection.ts';
import { clockSkew } from './http/clock-skew.ts';
import { readHeader } from './http/headers.ts';
import { defaultTimeouts, type Timeouts } from './http/timeouts.ts';
import type { RequestKind } from './refusals.ts';
import { type HttpResponse, isSuccess, readRefusal, readSuccess } from './response.ts';
import type { ParsedResponse } from './responses/user-response.ts';
import type { Target, TransportOptions } from './target.ts';

/** This computer, as far as a server sees it. */
export interface Device {
  readonly info: Readonly<Record<string, string>>;
  language(): Language;
  now(): EpochMs;
}

/** What was read out of a good answer, and how far the server's clock is ahead, in ms; null when it did not tell. */
export interface Timed<Value> {
  readonly value: Value;
  readonly skewMs: number | null;
  readonly tookMs: number;
}

/** The line from one profile to its server: what goes over it, how long it is waited for, and what comes back. */
export class FindFaceTransport {
  readonly timeouts: Timeouts;
  readonly device: Device;
  readonly #target: Target;
  readonly #connection: Connection;

  constructor(target: Target, device: Device, options: TransportOptions = {}) {
    this.timeouts = { ...defaultTimeouts, ...options.timeouts };
    this.device = device;
    this.#target = target;
    this.#connection = new Connection(target, this.timeouts, options);
  }

  /** The host and port, as problems name them. */
  get host(): string {
    return new URL(this.#target.address.origin).host;
  }

  /** The certificate of the last connection; null before the first one and over plain HTTP. */
  get certificate(): CertificateFacts | null {
    return this.#connection.certificate;
  }

  /** Was a connection ever open, so that something may have been sent? */
  get wasOpened(): boolean {
    return this.#connection.wasOpened;
  }

  /** By which way the last connection went; null before the first one. */
  get route(): UsedRoute | null {
    return this.#connection.way;
  }

  /** The certificate last seen, also one that was not trusted; a person can only trust what was shown. */
  get lastShown(): CertificateFacts | null {
    return this.#connection.lastShown;
  }

  /** Who asks, for the headers of a request. */
  identity(): RequestIdentity {
    return { deviceId: this.#target.deviceId, language: this.device.language() };
  }

  /** Asks once and hands back whatever came. */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    return this.#connection.send(request, signal);
  }

  /** Asks once and reads a success with `reader`; everything else is a problem of `call`. */
  async request<Value>(
    request: HttpRequest,
    call: RequestKind,
    reader: (raw: unknown) => ParsedResponse<Value>,
    signal: AbortSignal,
  ): Promise<Result<Timed<Value>, ServerProblem>> {
    const outcome = await this.send(request, signal);
    if (!outcome.ok) return fail(outcome.problem);
    const { response } = outcome;
    if (!isSuccess(response)) return fail(this.refusal(call, response));
    const read = readSuccess(response, this.host, reader);
    if (!read.ok) return fail(read.problem);
    return ok({ value: read.value, skewMs: this.skewMs(response), tookMs: response.tookMs });
  }

  /** What an answer other than a success means for the call that got it. */
  refusal(call: RequestKind, response: HttpResponse): ServerProblem {
    return readRefusal(response, call, this.#target.address.origin, this.device.now());
  }

  /** How far the server's clock is ahead, in ms; null when it did not tell. */
  skewMs(response: HttpResponse): number | null {
    return clockSkew(readHeader(response.headers, 'date'), this.device.now(), response.tookMs);
  }

  /** Ends everything that is under way and hangs up. */
  close(): Promise<void> {
    return this.#connection.close();
  }
}
