import type { Readable } from 'node:stream';
import { Pool } from 'undici';
import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { ConnectionProblem, ResponseProblem } from '../../contract/core/problem.ts';
import type { UsedRoute } from '../../contract/profiles/connection.ts';
import { isEncrypted, type ServerAddress } from '../../contract/profiles/profile.ts';
import { isCompressed, type ResponseHeaders } from './http/headers.ts';
import { errorCode, isDeadSocket, networkProblem } from './http/network-errors.ts';
import { aborted, type Timeouts } from './http/timeouts.ts';
import { proxyProblem } from './proxy/proxy-errors.ts';
import { ProxyRoute } from './proxy/route.ts';
import type { HttpResponse } from './response.ts';
import type { Target, TransportOptions } from './target.ts';
import { distrustReason } from './tls/certificate-facts.ts';
import {
  ClientCertificateUnusable,
  type ClientCredentials,
  unusableProblem,
} from './tls/client-certificate.ts';
import { shownCertificate } from './tls/shown-certificate.ts';
import { AuthorityMissing, CertificateChanged, TrustingConnector } from './tls/trusting-connector.ts';

/** Maximum size of a response body in bytes. */
const maxBodySize = 1024 * 1024;

const maxHeadersSize = 16 * 1024;
const keepAliveMs = 4_000;

/** A request; `path` is relative to the base path of the address. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
  /** Whether the socket is closed after it. */
  readonly isLast?: boolean;
  /** Time until the response headers, including the upload, in ms; 0: the time of the whole call. */
  readonly headersMs?: number;
}

/** The result of a request. */
export type HttpOutcome =
  | { readonly ok: true; readonly response: HttpResponse }
  | { readonly ok: false; readonly problem: ConnectionProblem | ResponseProblem };

/** A request of another program, sent as it is; its body may be a stream. */
export interface ForwardedRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers: Record<string, string | string[]>;
  readonly body: Readable | null;
}

/** The result of a forwarded request: the response with its body as it arrives. */
export type ForwardOutcome =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: ResponseHeaders;
      readonly body: Readable;
    }
  | { readonly ok: false; readonly problem: ConnectionProblem | ResponseProblem };

/** When a request began, and how long preconnecting had taken until then, both in ms. */
interface Since {
  readonly startedAt: number;
  readonly preconnectingMs: number;
}

/** What carries the requests of a transport to a server. */
export type ServerConnection = Pick<
  Connection,
  'certificate' | 'wasOpened' | 'way' | 'lastShown' | 'preconnect' | 'send' | 'close'
>;

/**
 * The connections of one profile to its server; address, trust and proxy do not change.
 *
 * Follows no redirects, stores no cookies and decompresses nothing. At most two sockets, since some servers limit them
 * per client.
 */
export class Connection {
  readonly #address: ServerAddress;
  readonly #host: string;
  readonly #patience: Timeouts;
  readonly #road: ProxyRoute;
  readonly #connector: TrustingConnector;
  readonly #client: ClientCredentials | null;
  readonly #pool: Pool;
  #underWay = 0;
  #distrusted: CertificateFacts | null = null;
  #wasAnswered = false;

  constructor(
    target: Pick<Target, 'address' | 'tls' | 'authority' | 'proxy' | 'client'>,
    timeouts: Timeouts,
    around: Pick<TransportOptions, 'authorities' | 'systemProxy'> & { readonly isForwarding?: boolean } = {},
  ) {
    const { address, tls, authority, proxy, client = null } = target;
    const { authorities: system, systemProxy = null, isForwarding = false } = around;
    this.#address = address;
    this.#host = new URL(address.origin).host;
    this.#patience = timeouts;
    this.#road = new ProxyRoute(address.origin, proxy, systemProxy, timeouts.connectMs);
    this.#client = client;
    const trust = { tls, authority, client, ...(system === undefined ? {} : { system }) };
    this.#connector = new TrustingConnector(trust, this.#road, timeouts.connectMs);
    // SECURITY: the pool is bound to one origin; no path or redirect can send a secret elsewhere (0004).
    this.#pool = new Pool(address.origin, {
      connect: this.#connector.connect,
      connections: isForwarding ? 8 : 2,
      allowH2: false,
      headersTimeout: timeouts.headersMs,
      // A program may follow a response for as long as the server sends it.
      bodyTimeout: isForwarding ? 0 : timeouts.bodyGapMs,
      keepAliveTimeout: keepAliveMs,
      keepAliveMaxTimeout: keepAliveMs,
      maxHeaderSize: maxHeadersSize,
      maxResponseSize: isForwarding ? -1 : maxBodySize,
    });
  }

  /** The certificate of the last connection; null before the first one and over plain HTTP. */
  get certificate(): CertificateFacts | null {
    return this.#connector.certificate;
  }

  /** Whether a connection was ever open, so that something may have been sent. */
  get wasOpened(): boolean {
    return this.#connector.opened > 0;
  }

  /** The route of the last connection; null before the first one. */
  get way(): UsedRoute | null {
    return this.#connector.way;
  }

  /** The last certificate presented, trusted or not. */
  get lastShown(): CertificateFacts | null {
    return this.#distrusted ?? this.#connector.certificate;
  }

  /** Opens a socket for a request that follows within seconds; nothing is sent over it before. */
  preconnect(): void {
    this.#connector.preconnect(this.#address.origin);
  }

  /** Sends a request; repeats a GET once if its keep-alive socket turns out to be dead. */
  async send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    this.#underWay += 1;
    try {
      // undici observes the signal only once a socket is open, which can take long.
      return await Promise.race([this.#tryTwice(request, signal), aborted(signal)]);
    } catch (error) {
      return { ok: false, problem: await this.#problemOf(error, signal) };
    } finally {
      this.#underWay -= 1;
      if (signal.aborted && this.#underWay === 0) this.#connector.hangUp(new Error('Nobody waits any more'));
    }
  }

  /** Sends a request of another program and returns the response as it arrives; repeats nothing. */
  async forward(request: ForwardedRequest, signal: AbortSignal): Promise<ForwardOutcome> {
    const { method, headers, body } = request;
    try {
      const path = this.#address.basePath + request.path;
      const sent = this.#pool.request({ method, path, headers, body, signal });
      const response = await Promise.race([sent, aborted(signal)]);
      this.#distrusted = null;
      this.#wasAnswered = true;
      return { ok: true, status: response.statusCode, headers: response.headers, body: response.body };
    } catch (error) {
      return { ok: false, problem: await this.#problemOf(error, signal) };
    }
  }

  /** Aborts every request; their callers get `cancelled`. */
  async close(): Promise<void> {
    const closed = this.#pool.destroy();
    this.#connector.hangUp(new Error('Closed'));
    await closed;
  }

  async #tryTwice(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    const { opened, preconnectingMs } = this.#connector;
    try {
      return await this.#exchange(request, signal);
    } catch (error) {
      const isReused = this.#connector.opened === opened;
      const wasWaiting = isReused || this.#connector.preconnectingMs !== preconnectingMs;
      // A server that vanished without closing the socket may answer on a new one.
      const hasVanished = isReused && errorCode(error) === 'UND_ERR_HEADERS_TIMEOUT';
      const isDead = hasVanished || (wasWaiting && isDeadSocket(error));
      if (request.method !== 'GET' || signal.aborted || !isDead) throw error;
      return this.#exchange(request, signal);
    }
  }

  async #exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    signal.throwIfAborted();
    const since = { startedAt: performance.now(), preconnectingMs: this.#connector.preconnectingMs };
    const { body, headers, statusCode } = await this.#pool.request({
      method: request.method,
      path: this.#address.basePath + request.path,
      headers: request.headers,
      body: request.body,
      reset: request.isLast ?? false,
      headersTimeout: request.headersMs ?? this.#patience.headersMs,
      signal,
    });
    this.#distrusted = null;
    this.#wasAnswered = true;
    // SECURITY: 200 KB of compressed data can expand to 200 MB, and the limit counts bytes on the wire (0004).
    const packed = isCompressed(headers);
    if (packed || (statusCode >= 300 && statusCode < 400)) {
      body.on('error', () => undefined).destroy();
      if (packed) return { ok: false, problem: { code: 'answer-compressed', host: this.#host } };
      return this.#responded(statusCode, headers, new Uint8Array(), since);
    }
    return this.#responded(statusCode, headers, await body.bytes(), since);
  }

  #responded(status: number, headers: ResponseHeaders, body: Uint8Array, since: Since): HttpOutcome {
    // A socket opened ahead of its request counts as if the request had opened it.
    const preconnecting = this.#connector.preconnectingMs - since.preconnectingMs;
    const tookMs = Math.round(performance.now() - since.startedAt + preconnecting);
    return { ok: true, response: { status, headers, body, tookMs } };
  }

  async #problemOf(thrown: unknown, signal: AbortSignal): Promise<ConnectionProblem | ResponseProblem> {
    const error: unknown = signal.aborted ? signal.reason : thrown;
    const host = this.#host;
    if (error instanceof CertificateChanged) {
      const { certificate, trusted } = error;
      this.#distrusted = certificate;
      return { code: 'certificate-changed', host, trusted, certificate };
    }
    if (error instanceof AuthorityMissing)
      return { code: 'authority-missing', host, fingerprint: error.fingerprint };
    if (error instanceof ClientCertificateUnusable && this.#client !== null)
      return unusableProblem(error, this.#client.certificate, host);
    const ofProxy = proxyProblem(error, host, this.#road.chosenBy);
    if (ofProxy !== null) return ofProxy;
    const code = errorCode(error);
    const reason = distrustReason(code);
    if (reason === null) {
      const isPresenting = this.#client !== null;
      return this.#withHint(networkProblem(error, host, this.#patience, isPresenting), signal);
    }
    const certificate = await this.#look(signal);
    if (certificate === null) return { code: 'tls-failed', host, detail: code ?? '' };
    this.#distrusted = certificate;
    return { code: 'certificate-untrusted', host, reason, certificate };
  }

  /** A port that resets a plain HTTP connection may expect TLS; over TLS it may expect a client certificate. */
  async #withHint(
    problem: ConnectionProblem | ResponseProblem,
    signal: AbortSignal,
  ): Promise<ConnectionProblem | ResponseProblem> {
    const isLost = problem.code === 'server-unreachable' && problem.reason === 'connection-lost';
    if (isEncrypted(this.#address))
      return isLost || problem.code === 'tls-refused' ? this.#certificateHint(problem, signal) : problem;
    const isCutOff = isLost || problem.code === 'answer-broken';
    if (this.#wasAnswered || !isCutOff || (await this.#look(signal)) === null) return problem;
    return { code: 'https-spoken-here', host: this.#host };
  }

  /** A server that cannot be asked why it ended the connection is looked at again, without a certificate. */
  async #certificateHint(
    problem: ConnectionProblem | ResponseProblem,
    signal: AbortSignal,
  ): Promise<ConnectionProblem | ResponseProblem> {
    const { wantsClientCertificate } = await import('./tls/wants-certificate.ts');
    const { origin } = this.#address;
    const host = this.#host;
    if (!(await wantsClientCertificate(origin, this.#road, this.#patience.connectMs, signal))) return problem;
    return this.#client === null
      ? { code: 'client-certificate-wanted', host }
      : { code: 'client-certificate-refused', host, reason: 'other' };
  }

  #look(signal: AbortSignal): Promise<CertificateFacts | null> {
    return shownCertificate(this.#address.origin, this.#road, this.#patience.connectMs, signal);
  }
}
