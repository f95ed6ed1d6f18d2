import { describe, expect, test } from 'vitest';
import { forever, strangerToken, type Wishes } from '../../../support/servers/client-of.ts';
import { accepted, HostileServers } from '../../../support/servers/hostile-servers.ts';
import { type Issued, issue, printOf } from '../../../support/servers/small-authority.ts';
import { startHttpProxy } from '../../../support/servers/tunnel-proxy.ts';

const servers = new HostileServers();
const root = issue('Small Root', { ca: true });
const here = { names: ['127.0.0.1'] };
const trusting = ({ cert }: Issued): Wishes => ({
  tls: { mode: 'ca', fingerprint: printOf(cert), trustedAt: 0 },
  authority: cert,
});

async function asked({ key, chain }: Issued, wishes: Wishes, name?: string) {
  const server = await servers.start((socket) => socket.write(accepted), { key, cert: chain });
  const proxy = name === undefined ? null : await startHttpProxy({ kind: 'leads-to', port: server.port });
  const origin = name === undefined ? server.origin : `https://${name}:${server.port}`;
  const way = proxy === null ? {} : { proxy: { mode: 'fixed', url: `http://${proxy.place}` } as const };
  const result = await servers.client(origin, { ...wishes, ...way }).check(strangerToken, forever);
  await proxy?.close();
  return { result, server };
}

describe('a custom CA', () => {
  test('is accepted for its servers, also with intermediates', async () => {
    const between = issue('Between', { issuer: root, ca: true });
    for (const leaf of [issue('a', { ...here, issuer: root }), issue('b', { ...here, issuer: between })])
      expect((await asked(leaf, trusting(root))).result).toMatchObject({ ok: true });
    const leaf = issue('c', { ...here, issuer: between });
    expect((await asked({ ...leaf, chain: leaf.cert }, trusting(between))).result).toMatchObject({
      ok: true,
    });
  });

  const other = issue('Other Root', { ca: true });
  const notAnAuthority = issue('leaf', { ...here, issuer: root });
  const strangers: Readonly<Record<string, () => Issued>> = {
    'of another authority': () => issue('x', { ...here, issuer: other }),
    'of an authority of the same name': () =>
      issue('x', { ...here, issuer: issue('Small Root', { ca: true }) }),
    'self-signed': () => issue('x', here),
    'for another address': () => issue('127.0.0.1', { names: ['127.0.0.2'], issuer: root }),
    'without a name': () => issue('127.0.0.1', { issuer: root }),
    'with a link missing': () => {
      const leaf = issue('x', { ...here, issuer: issue('Between', { issuer: root, ca: true }) });
      return { ...leaf, chain: leaf.cert };
    },
    'signed by the certificate of a server': () => issue('x', { ...here, issuer: notAnAuthority }),
  };
  for (const [what, make] of Object.entries(strangers)) {
    test(`rejects a certificate ${what}, and sends nothing`, {
      tags: ['row-56', 'row-64', 'row-66'],
    }, async () => {
      const { result, server } = await asked(make(), trusting(root));
      expect(result).toMatchObject({ problem: { code: 'certificate-untrusted' } });
      expect(server.receivedBytes).toBe(0);
    });
  }

  test('that is missing trusts nobody', { tags: ['row-68'] }, async () => {
    const { tls } = trusting(root);
    const { result, server } = await asked(issue('a', { ...here, issuer: root }), tls ? { tls } : {});
    expect(result).toMatchObject({ problem: { code: 'authority-missing', fingerprint: printOf(root.cert) } });
    expect(server.connections).toBe(0);
  });

  test("excludes the system's CAs, and the other way round", async () => {
    const leaf = issue('a', { ...here, issuer: root });
    expect((await asked(leaf, {})).result).toMatchObject({ problem: { code: 'certificate-untrusted' } });
  });

  test('handles a chain of thirty, and a certificate of 16 KB, without hanging', {
    tags: ['row-66'],
    timeout: 120_000,
  }, async () => {
    let last = root;
    for (let link = 1; link <= 30; link += 1) last = issue(`Link ${link}`, { issuer: last, ca: true });
    const names = Array.from({ length: 700 }, (_, at) => `DNS:host-${at}.findface.example`);
    for (const leaf of [
      issue('deep', { ...here, issuer: last }),
      issue('large', { names: [...here.names, ...names], issuer: root }),
    ]) {
      const { result } = await asked(leaf, trusting(root));
      // OpenSSL follows chains of a hundred certificates, BoringSSL fewer. Both results are fine.
      if (!result.ok) expect(result.problem.code).toMatch(/^(certificate-untrusted|tls-)/);
    }
  });
});

describe('the name in a certificate', () => {
  const wild = issue('wild', {
    names: ['*.findface.example', 'xn--mnchen-3ya.example'],
    issuer: root,
  });
  const names: Readonly<Record<string, boolean>> = {
    'a.findface.example': true,
    'A.FindFace.Example': true,
    'münchen.example': true,
    'xn--mnchen-3ya.example': true,
    'findface.example': false,
    'b.a.findface.example': false,
    'findface.example.evil.example': false,
    'munchen.example': false,
  };
  for (const [name, isGood] of Object.entries(names)) {
    test(`${isGood ? 'is' : 'is not'} good for ${name}`, { tags: ['row-65'] }, async () => {
      const { result, server } = await asked(wild, trusting(root), new URL(`https://${name}`).hostname);
      if (isGood) expect(result).toMatchObject({ ok: true });
      else expect(result).toMatchObject({ problem: { code: 'certificate-untrusted', reason: 'wrong-host' } });
      if (!isGood) expect(server.receivedBytes).toBe(0);
    });
  }
});
