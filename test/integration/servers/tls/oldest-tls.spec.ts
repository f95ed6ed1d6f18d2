import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contextTrusting } from '../../../../main/servers/tls/authorities.ts';
import { forever, strangerToken, type Wishes } from '../../../support/servers/client-of.ts';
import { accepted, HostileServers } from '../../../support/servers/hostile-servers.ts';
import { issue, printOf } from '../../../support/servers/small-authority.ts';

const servers = new HostileServers();
const root = issue('Small Root', { ca: true });
const own = issue('old', { issuer: root, names: ['127.0.0.1'] });
const trusts: Readonly<Record<string, Wishes>> = {
  'the authorities of the system': { authorities: () => contextTrusting([root.cert]) },
  'one certificate': { tls: { mode: 'pin', fingerprint: printOf(own.cert), trustedAt: 0 } },
  'an own authority': {
    tls: { mode: 'ca', fingerprint: printOf(root.cert), trustedAt: 0 },
    authority: root.cert,
  },
};

/** What `--tls-min-v1.0` and `--tls-cipher-list` set. */
const loosened = { DEFAULT_MIN_VERSION: 'TLSv1', DEFAULT_CIPHERS: 'ALL:@SECLEVEL=0' } as const;

async function serverOf(maxVersion: tls.SecureVersion) {
  const oldest = { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const;
  const server = tls.createServer({ key: own.key, cert: own.cert, ...oldest, maxVersion }, (socket) => {
    socket.on('error', () => undefined).on('data', () => socket.write(accepted));
  });
  server.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, close: () => server.close() };
}

describe('Node with switches for old TLS', () => {
  const { DEFAULT_MIN_VERSION, DEFAULT_CIPHERS } = tls;
  beforeEach(() => void Object.assign(tls, loosened));
  afterEach(() => void Object.assign(tls, { DEFAULT_MIN_VERSION, DEFAULT_CIPHERS }));

  for (const [whom, wishes] of Object.entries(trusts)) {
    test(`still uses at least TLS 1.2 where ${whom} is trusted`, {
      tags: ['row-69'],
    }, async () => {
      for (const version of ['TLSv1', 'TLSv1.1'] as const) {
        const old = await serverOf(version);
        const bare = tls.connect({ host: '127.0.0.1', port: old.port, rejectUnauthorized: false });
        await once(bare, 'secureConnect');
        expect(bare.getProtocol(), 'plain Node speaks it').toBe(version);
        bare.destroy();
        const client = servers.client(`https://127.0.0.1:${old.port}`, wishes);
        const result = await client.check(strangerToken, forever);
        expect(result.ok ? 'accepted' : result.problem.code).toMatch(/^tls-(too-old|refused)$/);
        old.close();
      }
      const present = await serverOf('TLSv1.2');
      const client = servers.client(`https://127.0.0.1:${present.port}`, wishes);
      expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
      present.close();
    });
  }
});
