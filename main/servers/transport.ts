import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { WayThere } from '../../contract/profiles/connection.ts';
import type { Language } from '../../contract/settings.ts';
import type { Caller } from './api-requests.ts';
import { Connection, type Exchange, type Question } from './connection.ts';
import { skewOf } from './http/clock-skew.ts';
import { headerOf } from './http/headers.ts';
import { type Patience, usualPatience } from './http/timeouts.ts';
import type { Call } from './refusals.ts';
import { type Answer, isSuccess, readRefusal, readSuccess } from './response.ts';
import type { ReadAnswer } from './responses/user-response.ts';
import type { LineOptions, Target } from './target.ts';

/** This computer, as far as a server sees it. */
export interface Device {
  readonly info: Readonly<Record<string, string>>;
  language(): Language;
  now(): EpochMs;
}

/** What was read out of a good answer, and how far the server's clock is ahead, in ms; null when it did not tell. */
export interface Told<Value> {
  readonly value: Value;
  readonly skewMs: number | null;
  readonly tookMs: number;
}

/** The line from one profile to its server: what goes over it, how long it is waited for, and what comes back. */
export class ServerLine {
  readonly patience: Patience;
  readonly device: Device;
  readonly #target: Target;
  readonly #connection: Connection;

  constructor(target: Target, device: Device, options: LineOptions = {}) {
    this.patience = { ...usualPatience, ...options.patience };
    this.device = device;
    this.#target = target;
    this.#connection = new Connection(target, this.patience, options);
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
  get way(): WayThere | null {
    return this.#connection.way;
  }

  /** The certificate last seen, also one that was not trusted; a person can only trust what was shown. */
  get lastShown(): CertificateFacts | null {
    return this.#connection.lastShown;
  }

  /** Who asks, for the headers of a request. */
  caller(): Caller {
    return { deviceId: this.#target.deviceId, language: this.device.language() };
  }

  /** Asks once and hands back whatever came. */
  ask(question: Question, signal: AbortSignal): Promise<Exchange> {
    return this.#connection.ask(question, signal);
  }

  /** Asks once and reads a success with `reader`; everything else is a problem of `call`. */
  async askFor<Value>(
    question: Question,
    call: Call,
    reader: (raw: unknown) => ReadAnswer<Value>,
    signal: AbortSignal,
  ): Promise<Result<Told<Value>, ServerProblem>> {
    const exchange = await this.ask(question, signal);
    if (!exchange.ok) return fail(exchange.problem);
    const { answer } = exchange;
    if (!isSuccess(answer)) return fail(this.refusal(call, answer));
    const read = readSuccess(answer, this.host, reader);
    if (!read.ok) return fail(read.problem);
    return ok({ value: read.value, skewMs: this.skewMs(answer), tookMs: answer.tookMs });
  }

  /** What an answer other than a success means for the call that got it. */
  refusal(call: Call, answer: Answer): ServerProblem {
    return readRefusal(answer, call, this.#target.address.origin, this.device.now());
  }

  /** How far the server's clock is ahead, in ms; null when it did not tell. */
  skewMs(answer: Answer): number | null {
    return skewOf(headerOf(answer.headers, 'date'), this.device.now(), answer.tookMs);
  }

  /** Ends everything that is under way and hangs up. */
  close(): Promise<void> {
    return this.#connection.close();
  }
}
