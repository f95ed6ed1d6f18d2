import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { UsedRoute } from '../../contract/profiles/connection.ts';
import type { Language } from '../../contract/settings.ts';
import type { RequestIdentity } from './api-requests.ts';
import { Connection, type HttpOutcome, type HttpRequest, type ServerConnection } from './connection.ts';
import { clockSkew } from './http/clock-skew.ts';
import { readHeader } from './http/headers.ts';
import { defaultTimeouts, type Timeouts } from './http/timeouts.ts';
import type { RequestKind } from './refusals.ts';
import { type HttpResponse, isSuccess, readRefusal, readSuccess } from './response.ts';
import type { ParsedResponse } from './responses/user-response.ts';
import type { Target, TransportOptions } from './target.ts';

/** What servers learn about this computer. */
export interface Device {
  readonly info: Readonly<Record<string, string>>;
  language(): Language;
  now(): EpochMs;
}

/** A parsed response with the server's clock skew in ms; null without a usable `Date` header. */
export interface Timed<Value> {
  readonly value: Value;
  readonly skewMs: number | null;
  readonly tookMs: number;
}

/** Sends the requests of one profile to its server, with their timeouts, and parses the responses. */
export class FindFaceTransport {
  readonly timeouts: Timeouts;
  readonly device: Device;
  readonly #target: Target;
  readonly #connection: ServerConnection;

  /** `connection` takes the place of one over the network. */
  constructor(
    target: Target,
    device: Device,
    options: TransportOptions = {},
    connection: ServerConnection | null = null,
  ) {
    this.timeouts = { ...defaultTimeouts, ...options.timeouts };
    this.device = device;
    this.#target = target;
    this.#connection = connection ?? new Connection(target, this.timeouts, options);
  }

  /** Host and port, as used in problems. */
  get host(): string {
    return new URL(this.#target.address.origin).host;
  }

  /** The certificate of the last connection; null before the first one and over plain HTTP. */
  get certificate(): CertificateFacts | null {
    return this.#connection.certificate;
  }

  /** Whether a connection was ever open, so that something may have been sent. */
  get wasOpened(): boolean {
    return this.#connection.wasOpened;
  }

  /** The route of the last connection; null before the first one. */
  get route(): UsedRoute | null {
    return this.#connection.way;
  }

  /** The last certificate presented, trusted or not. Only this one can be trusted by the user. */
  get lastShown(): CertificateFacts | null {
    return this.#connection.lastShown;
  }

  /** The values of the common headers. */
  identity(): RequestIdentity {
    return { deviceId: this.#target.deviceId, language: this.device.language() };
  }

  /** Opens a socket for a request that follows within seconds; nothing is sent over it before. */
  preconnect(): void {
    this.#connection.preconnect();
  }

  /** Sends a request and returns the response, whatever its status. */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    return this.#connection.send(request, signal);
  }

  /**
   * Sends a request and parses a success with `reader`; any other response becomes the problem for `call`. What has
   * arrived is read once `mayRead` resolves.
   */
  async request<Value>(
    request: HttpRequest,
    call: RequestKind,
    reader: (raw: unknown) => ParsedResponse<Value>,
    signal: AbortSignal,
    mayRead?: () => Promise<void>,
  ): Promise<Result<Timed<Value>, ServerProblem>> {
    const outcome = await this.send(request, signal);
    await mayRead?.();
    if (!outcome.ok) return fail(outcome.problem);
    const { response } = outcome;
    if (!isSuccess(response)) return fail(this.refusal(call, response));
    const read = readSuccess(response, this.host, reader);
    if (!read.ok) return fail(read.problem);
    return ok({ value: read.value, skewMs: this.skewMs(response), tookMs: response.tookMs });
  }

  /** The problem for a response that is not a success. */
  refusal(call: RequestKind, response: HttpResponse): ServerProblem {
    return readRefusal(response, call, this.#target.address.origin, this.device.now());
  }

  /** How far the server's clock is ahead, in ms; null without a usable `Date` header. */
  skewMs(response: HttpResponse): number | null {
    return clockSkew(readHeader(response.headers, 'date'), this.device.now(), response.tookMs);
  }

  /** Aborts every request and closes the connections. */
  close(): Promise<void> {
    return this.#connection.close();
  }
}
