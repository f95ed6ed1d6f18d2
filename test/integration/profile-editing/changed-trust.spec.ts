import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Profile } from '../../../contract/profiles/profile.ts';
import { ClientPool } from '../../../main/servers/client-pool.ts';
import { Certificates } from '../../emulator/http/certificates.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { test } from '../../support/headless-app.ts';
import { forever, strangerToken } from '../../support/servers/client-of.ts';
import { accepted, HostileServers } from '../../support/servers/hostile-servers.ts';
import { printOf } from '../../support/servers/small-authority.ts';

const servers = new HostileServers();
const main = join(import.meta.dirname, '../../../main');

describe('a change of trust', () => {
  test('during a connection applies to the next request', { tags: ['row-72'] }, async () => {
    const certificate = new Certificates('127.0.0.1').get('valid');
    const server = await servers.start((socket) => socket.write(accepted), certificate);
    const clients = new ClientPool(
      { info: {}, language: () => 'en', now: Date.now },
      { resolve: async () => 'DIRECT' },
      () => null,
    );
    const pinned: Profile = sampleProfile({
      address: { origin: server.origin, basePath: '' },
      tls: { mode: 'pin', fingerprint: printOf(certificate.cert), trustedAt: 0 },
    });
    const before = await clients.of(pinned);
    expect(await before.check(strangerToken, forever)).toMatchObject({ ok: true });
    const asked = server.requests.length;

    const after = await clients.of({ ...pinned, tls: { mode: 'system' } });
    expect(after).not.toBe(before);
    expect(await after.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'certificate-untrusted' },
    });
    expect(await before.check(strangerToken, forever), 'the old line is dead').toMatchObject({
      problem: { code: 'cancelled' },
    });
    expect(server.requests.length).toBe(asked);
    await clients.closeAll();
  });

  test('is applied everywhere except where a certificate is compared or displayed', {
    tags: ['row-75'],
  }, () => {
    const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const unjudging = files.filter((name) =>
      /rejectUnauthorized:(?! true\b)|checkServerIdentity|NODE_TLS_REJECT_UNAUTHORIZED\s*\]?\s*=|setCertificateVerifyProc|certificate-error/.test(
        readFileSync(join(main, name), 'utf8'),
      ),
    );
    expect(unjudging.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([
      // Asks the app's own decision instead of Chromium's.
      'electron/web-interface/server-session.ts',
      // Judges the server before a client certificate is presented.
      'servers/tls/presenting-connection.ts',
      'servers/tls/shown-certificate.ts',
      'servers/tls/trusting-connector.ts',
      // Looks whether a client certificate is requested, and sends nothing.
      'servers/tls/wants-certificate.ts',
    ]);
  });
});
