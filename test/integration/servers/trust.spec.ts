import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { TlsTrust } from '../../../contract/profiles/profile.ts';
import { contextTrusting } from '../../../main/servers/tls/authorities.ts';
import { Certificates } from '../../emulator/http/certificates.ts';
import { measured } from '../../support/measured.ts';
import { forever, strangerToken, type Wishes } from '../../support/servers/client-of.ts';
import { accepted, goneOf, HostileServers, someUser } from '../../support/servers/hostile-servers.ts';

const servers = new HostileServers();
const certificates = new Certificates('127.0.0.1');
const login = { userName: 'ivanov', password: 'secret', faceToken: null, signal: forever };
const loginAnswer = Buffer.from(
  accepted.toString().replace(/content-length.*$/s, () => {
    const body = JSON.stringify({ token: 'abc', user: someUser });
    return `content-length: ${body.length}\r\n\r\n${body}`;
  }),
);

type Kind = Parameters<Certificates['get']>[0];

const printOf = (kind: Kind) =>
  new X509Certificate(certificates.get(kind).cert).fingerprint256.replaceAll(':', '').toLowerCase();
const pin = (kind: Kind): TlsTrust => ({ mode: 'pin', fingerprint: printOf(kind), trustedAt: 0 });
const trusting = (kind: Kind) => ({ authorities: () => contextTrusting([certificates.get(kind).cert]) });

/** A server with this certificate that accepts everything, and a client of it. */
async function meet(kind: Kind, wishes: Wishes) {
  const behave = (socket: { write(answer: Buffer): void }, request: string) =>
    socket.write(request.startsWith('POST') ? loginAnswer : accepted);
  const server = await servers.start(behave, certificates.get(kind));
  return { server, client: servers.client(server.origin, wishes) };
}

describe('a certificate that the system does not trust', () => {
  const kinds: readonly [Kind, Wishes, string][] = [
    ['valid', {}, 'self-signed'],
    ['cn-only', trusting('cn-only'), 'wrong-host'],
    ['wrong-host', trusting('wrong-host'), 'wrong-host'],
    ['expired', trusting('expired'), 'expired'],
    ['not-yet-valid', trusting('not-yet-valid'), 'not-yet-valid'],
    ['changed', trusting('valid'), 'self-signed'],
  ];
  for (const [kind, wishes, reason] of kinds) {
    test(`(${kind}) is displayed, and gets no byte of HTTP`, {
      tags: ['row-56', 'row-62', 'row-64'],
    }, async () => {
      const { client, server } = await meet(kind, wishes);
      for (const result of [await client.login(login), await client.check(strangerToken, forever)]) {
        expect(result).toMatchObject({
          problem: {
            code: 'certificate-untrusted',
            host: `127.0.0.1:${server.port}`,
            reason,
            certificate: { fingerprint: printOf(kind) },
          },
        });
      }
      expect(server.connections).toBeGreaterThan(0);
      expect(server.receivedBytes).toBe(0);
      measured('requests that reached a wrong host', server.requests.length);
      expect(client.certificate).toBeNull();
      expect(client.lastShown?.fingerprint).toBe(printOf(kind));
    });
  }

  const authority = { tls: { mode: 'ca', fingerprint: printOf('changed'), trustedAt: 0 } } as const;
  const untrusting: readonly [string, Wishes][] = [
    ['the system', {}],
    ['another CA', { ...authority, authority: certificates.get('changed').cert }],
  ];
  for (const [who, wishes] of untrusting)
    test(`stays untrusted by ${who} whatever the environment variables`, { tags: ['row-74'] }, async () => {
      const { client, server } = await meet('valid', wishes);
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      try {
        expect(await client.login(login)).toMatchObject({ problem: { code: 'certificate-untrusted' } });
      } finally {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      }
      expect(server.receivedBytes).toBe(0);
    });
});

describe('a certificate that the system trusts', () => {
  test('is accepted, and remembered', async () => {
    const { client } = await meet('valid', trusting('valid'));
    expect(client.lastShown).toBeNull();
    expect(await client.login(login)).toMatchObject({ ok: true });
    expect(client.certificate).toMatchObject({
      fingerprint: printOf('valid'),
      subject: 'CN=127.0.0.1',
      issuer: 'CN=127.0.0.1',
      names: ['127.0.0.1'],
    });
    expect(client.lastShown).toEqual(client.certificate);
  });
});

describe('a pinned certificate', () => {
  for (const kind of ['valid', 'cn-only', 'wrong-host', 'expired', 'not-yet-valid'] as const) {
    test(`(${kind}) is accepted, since a person compared it`, { tags: ['row-57', 'row-63'] }, async () => {
      const { client } = await meet(kind, { tls: pin(kind) });
      expect(await client.login(login)).toMatchObject({ ok: true });
      expect(client.certificate?.fingerprint).toBe(printOf(kind));
    });
  }

  for (const kind of ['changed', 'renewed'] as const) {
    test(`that has changed (${kind}) gets no byte of HTTP`, {
      tags: ['row-58', 'row-59', 'row-60'],
    }, async () => {
      const { client, server } = await meet(kind, { tls: pin('valid'), ...trusting(kind) });
      for (const result of [await client.login(login), await client.check(strangerToken, forever)]) {
        expect(result).toMatchObject({
          problem: {
            code: 'certificate-changed',
            host: `127.0.0.1:${server.port}`,
            trusted: printOf('valid'),
            certificate: { fingerprint: printOf(kind) },
          },
        });
      }
      expect(server.receivedBytes).toBe(0);
      measured('requests that reached a wrong host', server.requests.length);
      expect(client.certificate).toBeNull();
      expect(client.lastShown?.fingerprint).toBe(printOf(kind));
    });
  }

  test('that has changed leaves no connection open', async () => {
    const { client, server } = await meet('changed', { tls: pin('valid') });
    const gone = server.nextConnection().then(goneOf);
    expect(await client.check(strangerToken, forever)).toMatchObject({ ok: false });
    await gone;
  });

  test('is compared on every connection, also if TLS could be resumed', { tags: ['row-61'] }, async () => {
    const { client, server } = await meet('valid', { tls: pin('valid') });
    for (let time = 1; time <= 3; time += 1) {
      const connection = server.nextConnection();
      const checks = Promise.all([
        client.check(strangerToken, forever),
        client.check(strangerToken, forever),
      ]);
      expect((await checks).map(({ ok }) => ok)).toEqual([true, true]);
      for (const socket of [await connection]) socket.destroy();
    }
    expect(server.connections).toBeGreaterThan(2);
  });

  test('that is exchanged between two connections stops the second', { tags: ['row-73'] }, async () => {
    const first = await meet('valid', { tls: pin('valid') });
    expect(await first.client.check(strangerToken, forever)).toMatchObject({ ok: true });
    const port = first.server.port;
    await first.server.close();
    const second = await servers.start((socket) => socket.write(accepted), certificates.get('changed'), port);
    expect(await first.client.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'certificate-changed', trusted: printOf('valid') },
    });
    expect(second.receivedBytes).toBe(0);
    expect(first.client.certificate?.fingerprint).toBe(printOf('valid'));
    expect(first.client.lastShown?.fingerprint).toBe(printOf('changed'));
  });
});

describe('TLS', () => {
  test('is not spoken on a plain HTTP port', { tags: ['row-55'] }, async () => {
    const web = await servers.start(() => undefined);
    for (const tls of [{ mode: 'system' }, pin('valid')] as const) {
      const client = servers.client(web.origin.replace('http', 'https'), { tls });
      const connection = web.nextConnection();
      const result = client.check(strangerToken, forever);
      (await connection).end('HTTP/1.1 400 Bad Request\r\n\r\n');
      expect(await result).toMatchObject({ problem: { code: 'tls-not-spoken' } });
    }
  });

  test('sends nothing to a plain HTTP port', { tags: ['row-55'] }, async () => {
    const { server } = await meet('valid', {});
    const client = servers.client(server.origin.replace('https', 'http'));
    const result = await client.check(strangerToken, forever);
    expect(result.ok).toBe(false);
    expect(server.receivedBytes).toBe(0);
  });
});

test('plain HTTP does not wait for the CAs of the system', async () => {
  const server = await servers.start((socket) => socket.write(accepted));
  const authorities = () => {
    throw new Error('The CAs were parsed');
  };
  const client = servers.client(server.origin, { authorities });
  expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
});
