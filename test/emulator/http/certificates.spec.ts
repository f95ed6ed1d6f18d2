import { X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { admin } from '../default-users.ts';
import { type Emulator, startEmulator } from '../emulator.ts';
import { withServer } from './asking.ts';

type Kind = Emulator['switches']['now']['certificate'];

/** The TLS error of a client that trusts this one certificate; undefined without one. */
function opinion(emulator: Emulator, trusted: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port: emulator.port, host: '127.0.0.1', ca: trusted }, () => {
      resolve(undefined);
      socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
}

const shown = (emulator: Emulator) => new X509Certificate(emulator.certificate ?? '');

/** Switches to a kind of certificate and returns it. */
function turnTo(emulator: Emulator, certificate: Kind): X509Certificate {
  emulator.switches.set({ certificate });
  return shown(emulator);
}

describe('HTTPS', () => {
  test('logs people in', () =>
    withServer({ https: true }, async ({ emulator, logIn }) => {
      expect(emulator.origin).toMatch(/^https:/);
      expect((await logIn(admin)).status).toBe(200);
    }));

  test('shows a self-signed certificate in the name of its address', () =>
    withServer({ https: true }, async ({ emulator }) => {
      const certificate = shown(emulator);
      expect(certificate.subject).toBe('CN=127.0.0.1');
      expect(certificate.issuer).toBe('CN=127.0.0.1');
      expect(certificate.subjectAltName).toBe('IP Address:127.0.0.1');
    }));

  test('is not trusted by default', () =>
    withServer({ https: true }, async ({ emulator }) => {
      const other = await startEmulator({ https: true });
      const code = await opinion(emulator, other.certificate ?? '');
      await other.close();
      expect(code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    }));

  for (const [kind, code] of [
    ['valid', undefined],
    ['renewed', undefined],
    ['changed', undefined],
    ['cn-only', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['wrong-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not-yet-valid', 'CERT_NOT_YET_VALID'],
  ] as const) {
    test(`with a ${kind} certificate is ${code ?? 'fine'} for a client that trusts it`, () =>
      withServer({ https: true, switches: { certificate: kind } }, async ({ emulator }) => {
        expect(await opinion(emulator, emulator.certificate ?? '')).toBe(code);
      }));
  }

  test('keeps its key when the certificate is renewed', () =>
    withServer({ https: true }, async ({ emulator }) => {
      const [before, after] = [shown(emulator), turnTo(emulator, 'renewed')];
      expect(after.fingerprint256).not.toBe(before.fingerprint256);
      expect(after.publicKey.equals(before.publicKey)).toBe(true);
    }));

  test('has another key when the certificate is changed', () =>
    withServer({ https: true }, async ({ emulator }) => {
      const [before, after] = [shown(emulator), turnTo(emulator, 'changed')];
      expect(after.publicKey.equals(before.publicKey)).toBe(false);
    }));

  test('shows the changed certificate to the next connection', () =>
    withServer({ https: true }, async ({ emulator }) => {
      const before = emulator.certificate ?? '';
      expect(await opinion(emulator, before)).toBeUndefined();
      turnTo(emulator, 'changed');
      expect(await opinion(emulator, before)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    }));

  test('shows the same certificate again when it is changed back', () =>
    withServer({ https: true }, async ({ emulator }) => {
      const before = emulator.certificate;
      turnTo(emulator, 'expired');
      emulator.switches.reset();
      expect(emulator.certificate).toBe(before);
    }));

  test('counts a connection that never became a request', () =>
    withServer({ https: true }, async ({ emulator }) => {
      await opinion(emulator, emulator.certificate ?? '');
      expect([emulator.connections, emulator.requests.length]).toEqual([1, 0]);
    }));
});
