import { describe, expect } from 'vitest';
import { ProxyRoute } from '../../../../main/servers/proxy/route.ts';
import { isAcceptedCertificate } from '../../../../main/servers/tls/accepted-certificate.ts';
import { contextTrusting } from '../../../../main/servers/tls/authorities.ts';
import type { Trust } from '../../../../main/servers/tls/trusting-connector.ts';
import { test } from '../../../support/headless-app.ts';
import { issue } from '../../../support/servers/small-authority.ts';

const root = issue('Harbour Root', { ca: true });
const leaf = issue('harbour', { issuer: root, names: ['127.0.0.1'] });
const sister = issue('sister', { issuer: root, names: ['127.0.0.1'] });
const stranger = issue('stranger', { names: ['127.0.0.1'] });

const accepts = (pem: string, origin: string, trust: Trust) =>
  isAcceptedCertificate(pem, origin, trust, new ProxyRoute(origin, { mode: 'direct' }, null, 5_000), 5_000);

const byAuthority: Trust = {
  tls: { mode: 'ca', fingerprint: 'a'.repeat(64), trustedAt: 0 },
  authority: root.cert,
};

describe('the certificate that another client was presented', () => {
  test('is taken if the app is presented the same one and trusts it', async ({ serve }) => {
    const { origin, requests } = await serve({ certificate: { key: leaf.key, cert: leaf.cert } });
    expect(await accepts(leaf.cert, origin, byAuthority)).toBe(true);
    const system = {
      tls: { mode: 'system' },
      authority: null,
      system: () => contextTrusting([root.cert]),
    } as const;
    expect(await accepts(leaf.cert, origin, system)).toBe(true);
    expect(requests, 'nothing is sent').toEqual([]);
  });

  test('is refused if it is another one, even of the same CA', async ({ serve }) => {
    const { origin } = await serve({ certificate: { key: leaf.key, cert: leaf.cert } });
    for (const { cert } of [sister, stranger]) expect(await accepts(cert, origin, byAuthority)).toBe(false);
  });

  test('is refused if the app would not trust it either, or reaches nothing', async ({ serve }) => {
    const { origin } = await serve({ certificate: { key: stranger.key, cert: stranger.cert } });
    expect(await accepts(stranger.cert, origin, byAuthority)).toBe(false);
    expect(await accepts(leaf.cert, 'https://127.0.0.1:9', byAuthority)).toBe(false);
    expect(await accepts(leaf.cert, origin, { ...byAuthority, authority: null })).toBe(false);
  });
});
