import type { SecureContext } from 'node:tls';
import type { CertificateFacts } from '../../contract/certificate.ts';
import type { ServerProblem } from '../../contract/problem.ts';
import type { ProxyChoice, ServerAddress, TlsTrust } from '../../contract/profile.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Language } from '../../contract/settings.ts';
import type { EpochMs } from '../../contract/time.ts';
import { headerOf } from './answer-headers.ts';
import { type Answer, isSuccess, readRefusal, readSuccess } from './answer-rules.ts';
import { skewOf } from './clock-skew.ts';
import { Connection, type Exchange, type Question } from './connection.ts';
import { type Patience, usualPatience } from './patience.ts';
import type { SystemProxy } from './proxy/system-proxy.ts';
import type { Call } from './refusal-rules.ts';
import type { ReadAnswer } from './server-answers.ts';
import type { Caller } from './server-requests.ts';

/** The part of a profile that a server must know; a change of it needs another line. */
export interface Target {
  readonly address: ServerAddress;
  readonly tls: TlsTrust;
  /** The certificate of the profile's own authority in PEM; null if it has none, or it is not kept. */
  readonly authority: string | null;
  readonly proxy: ProxyChoice;
  readonly deviceId: string;
}

/** This computer, as far as a server sees it. */
export interface Device {
  readonly info: Readonly<Record<string, string>>;
  language(): Language;
  now(): EpochMs;
}

/** What surrounds a line, and what a test may change: how long to wait, and whom to trust as the system does. */
export interface LineOptions {
  readonly patience?: Partial<Patience>;
  readonly authorities?: () => SecureContext;
  /** What the settings of this computer say about proxies; without it there are none. */
  readonly systemProxy?: SystemProxy;
}

/** What was read out of a good answer, and how far the server's clock is ahead, in ms; 0 when it did not tell. */
export interface Told<Value> {
  readonly value: Value;
  readonly skewMs: number;
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
    this.#connection = new Connection(target, this.patience, options.authorities);
  }

  /** The host and port, as problems name them. */
  get host(): string {
    return new URL(this.#target.address.origin).host;
  }

  /** The certificate of the last connection; null before the first one and over plain HTTP. */
  get certificate(): CertificateFacts | null {
    return this.#connection.certificate;
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

  /** How far the server's clock is ahead, in ms; 0 when it did not tell. */
  skewMs(answer: Answer): number {
    return skewOf(headerOf(answer.headers, 'date'), this.device.now(), answer.tookMs) ?? 0;
  }

  /** Ends everything that is under way and hangs up. */
  close(): Promise<void> {
    return this.#connection.close();
  }
}
