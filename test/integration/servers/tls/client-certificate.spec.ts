import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket, type TlsOptions } from 'node:tls';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TlsTrust } from '../../../../contract/profiles/profile.ts';
import { credentialsOf } from '../../../support/servers/client-credentials.ts';
import { clientOf, forever, strangerToken, type Wishes } from '../../../support/servers/client-of.ts';
import { type Issued, issue, printOf } from '../../../support/servers/small-authority.ts';
import { startHttpProxy } from '../../../support/servers/tunnel-proxy.ts';

const root = issue('Harbour Root', { ca: true });
const between = issue('Harbour Clients', { ca: true, issuer: root });
const server = issue('harbour', { issuer: root, names: ['127.0.0.1'] });
const stranger = issue('stranger', { names: ['127.0.0.1'] });
const elsewhere = issue('elsewhere', { issuer: root, names: ['10.9.9.9'] });
const clientless = issue('Other Root', { ca: true });
const ours = issue('operator', { issuer: between });
const expired = issue('former operator', { issuer: root, days: [-60, -30] });

const pinned = (issued: Issued): TlsTrust => ({
  mode: 'pin',
  fingerprint: printOf(issued.cert),
  trustedAt: 0,
});
const byRoot = {
  tls: { mode: 'ca', fingerprint: printOf(root.cert), trustedAt: 0 },
  authority: root.cert,
} as const;

/** Accepts no server here. */
const byStranger = {
  tls: { mode: 'ca', fingerprint: printOf(clientless.cert), trustedAt: 0 },
  authority: clientless.cert,
} as const;

const answer =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 19\r\n\r\n{"id":7,"name":"a"}';
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that requests a client certificate and notes what each client presented to it. */
async function serve(own: Issued, options: TlsOptions = {}) {
  const presented: (string | null)[] = [];
  let bytes = 0;
  let open = 0;
  const sizes: number[] = [];
  const greet = (socket: TLSSocket) => {
    const { subject } = socket.getPeerCertificate();
    presented.push(subject ? String(subject.CN) : null);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      bytes += data.length;
      socket.write(answer);
    });
  };
  const asked = { key: own.key, cert: own.chain, requestCert: true, rejectUnauthorized: false };
  const listening = createServer({ ...asked, ...options }, greet);
  listening.on('connection', (socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
      sizes.push(socket.bytesRead);
    });
  });
  listening.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  closing.push(() => listening.close());
  const origin = `https://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  // What was sent before a connection ended has been read by then.
  const settled = async (): Promise<readonly number[]> => {
    await vi.waitFor(() => expect(open).toBe(0));
    return sizes.splice(0);
  };
  return { origin, presented, received: () => bytes, settled };
}

function check(origin: string, wishes: Wishes) {
  const client = clientOf(origin, wishes);
  closing.push(() => void client.close());
  return client.check(strangerToken, forever);
}

const client = credentialsOf(ours);

for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const)
  describe(`a client certificate over ${maxVersion}`, () => {
    test('is presented to a server that a CA or a pin accepts', async () => {
      for (const trust of [byRoot, { tls: pinned(server) }]) {
        const { origin, presented } = await serve(server, { maxVersion });
        expect(await check(origin, { ...trust, client })).toMatchObject({ ok: true });
        expect(presented).toEqual(['operator']);
      }
    });

    test('is presented with its intermediate certificate, through a proxy too', async () => {
      const proxy = await startHttpProxy();
      closing.push(() => void proxy.close());
      const { origin, presented } = await serve(server, {
        maxVersion,
        ca: root.cert,
        rejectUnauthorized: true,
      });
      const through = { mode: 'fixed', url: `http://${proxy.place}` } as const;
      expect(await check(origin, { ...byRoot, client, proxy: through })).toMatchObject({ ok: true });
      expect(presented).toEqual(['operator']);
      expect(proxy.asked).toHaveLength(1);
    });

    const strangers: readonly [string, Issued, Wishes, string][] = [
      ['of another CA', stranger, byRoot, 'certificate-untrusted'],
      ['of another name', elsewhere, byRoot, 'certificate-untrusted'],
      ['that no CA of this computer issued', stranger, { tls: { mode: 'system' } }, 'certificate-untrusted'],
      ['other than the pinned one', stranger, { tls: pinned(server) }, 'certificate-changed'],
    ];
    for (const [what, shown, trust, code] of strangers)
      test(`is not presented to a server with a certificate ${what}`, async () => {
        const { origin, presented, received, settled } = await serve(shown, { maxVersion });
        // Looks at the certificate too, and says no more than a first message.
        await check(origin, byStranger);
        // In TLS 1.3 six bytes follow that are the same for everybody.
        const most = Math.min(...(await settled())) + 6;
        expect(await check(origin, { ...trust, client })).toMatchObject({ problem: { code } });
        for (const size of await settled()) expect(size, 'not one byte more').toBeLessThanOrEqual(most);
        // One look without a certificate is allowed, since a person compares what it finds.
        expect(presented.filter((name) => name !== null)).toEqual([]);
        expect(received()).toBe(0);
      });

    test('is not presented once it has expired, or if its key is not there', async () => {
      const { origin, presented } = await serve(server, { maxVersion });
      const dates = { subject: 'CN=former operator', validTo: expect.any(Number) };
      expect(await check(origin, { ...byRoot, client: credentialsOf(expired) })).toMatchObject({
        problem: { code: 'client-certificate-out-of-date', ...dates },
      });
      const shut = { ...client, reveal: () => null };
      const other = { ...client, reveal: credentialsOf(expired).reveal };
      for (const locked of [shut, other])
        expect(await check(origin, { ...byRoot, client: locked })).toMatchObject({
          problem: { code: 'client-certificate-unreadable' },
        });
      expect(presented).toEqual([]);
    });

    test('is said to be required or refused by a server that ends the connection', async () => {
      const { origin, received } = await serve(server, { maxVersion, rejectUnauthorized: true });
      expect(await check(origin, byRoot)).toMatchObject({ problem: { code: 'client-certificate-wanted' } });
      expect(await check(origin, { ...byRoot, client })).toMatchObject({
        problem: { code: 'client-certificate-refused' },
      });
      expect(received()).toBe(0);
    });

    test('is not wanted by a server that ends connections for another reason', async () => {
      const { origin } = await serve(server, { maxVersion, requestCert: false });
      const silent = createServer({ key: server.key, cert: server.chain, maxVersion }, (socket) =>
        socket.destroy(),
      );
      silent.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
      await once(silent, 'listening');
      closing.push(() => silent.close());
      const { port } = silent.address() as AddressInfo;
      expect(await check(origin, { ...byRoot, client })).toMatchObject({ ok: true });
      expect(await check(`https://127.0.0.1:${port}`, byRoot)).toMatchObject({
        problem: { code: 'server-unreachable', reason: 'connection-lost' },
      });
    });
  });
