import type { CertificateFacts } from '../../contract/core/certificate.ts';
import { demoOrigin } from '../../contract/profiles/demo.ts';
import type { HttpOutcome, HttpRequest, ServerConnection } from '../servers/connection.ts';
import { DemoAnswers } from './demo-answers.ts';

const certificate: CertificateFacts = {
  fingerprint: '0'.repeat(64),
  subject: 'demo.ffsm.invalid',
  issuer: 'FindFace Session Manager',
  names: ['demo.ffsm.invalid'],
  validFrom: Date.UTC(2026, 0, 1),
  validTo: Date.UTC(2126, 0, 1),
};

/** The demo server: answers the requests of its profiles inside the app. SECURITY: opens no connection (0036). */
export class DemoServer {
  readonly #answers: DemoAnswers;

  constructor(now: () => number) {
    this.#answers = new DemoAnswers(now);
  }

  /** A connection to it; null for every other address. */
  connect(origin: string): ServerConnection | null {
    return origin === demoOrigin ? new DemoConnection(this.#answers) : null;
  }
}

class DemoConnection implements ServerConnection {
  readonly certificate = certificate;
  readonly lastShown = certificate;
  readonly way = { kind: 'direct' } as const;
  wasOpened = false;

  constructor(private readonly answers: DemoAnswers) {}

  preconnect(): void {}

  async send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    if (signal.aborted) return { ok: false, problem: { code: 'cancelled' } };
    this.wasOpened = true;
    const { status, body } = this.answers.answer(request);
    const headers = {
      'content-type': 'application/json',
      ...(status === 401 && { 'www-authenticate': 'Token' }),
    };
    const bytes = body === null ? new Uint8Array() : Buffer.from(JSON.stringify(body), 'utf8');
    return { ok: true, response: { status, headers, body: bytes, tookMs: 1 } };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
