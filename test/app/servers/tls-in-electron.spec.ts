import { once } from 'node:events';
import { type AddressInfo, createServer as createPlainServer } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';
import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { issue } from '../../support/servers/small-authority.ts';

const own = issue('old', { names: ['127.0.0.1'] });

/** A server with these TLS options; returns its port and the requests. */
async function serving(options: TlsOptions): Promise<{ readonly port: number; readonly heard: string[] }> {
  const heard: string[] = [];
  const server = createServer({ key: own.key, cert: own.cert, ...options }, (socket) => {
    socket.on('error', () => undefined).on('data', (data) => void heard.push(data.toString()));
  });
  server
    .on('tlsClientError', () => undefined)
    .listen(0, '127.0.0.1')
    .unref();
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, heard };
}

/** Logs in at an address, trusting a presented certificate; returns the code of the problem. */
function problemAt({ page }: RunningApp, address: string): Promise<string | null> {
  return page.evaluate(
    async ({ address, userName, password }) => {
      const draft = { address, name: '', userName, tags: [], environment: 'none' } as const;
      const added = await window.bridge.addProfile({ draft, finding: null });
      if (!added.ok) return added.problem.code;
      const profileId = added.value;
      const login = { profileId, password, faceToken: null, keepPassword: false };
      const first = await window.bridge.login(login);
      if (first.ok || first.problem.code !== 'certificate-untrusted')
        return first.ok ? null : first.problem.code;
      const { fingerprint } = first.problem.certificate;
      await window.bridge.trustCertificate({ profileId, fingerprint });
      const again = await window.bridge.login(login);
      return again.ok ? null : again.problem.code;
    },
    { address, userName: operator.name, password: operator.password },
  );
}

test("TLS failures are distinguished with Electron's TLS library too", {
  tag: ['@row-55', '@row-69', '@row-71'],
}, async ({ app }) => {
  const old = { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const;
  const wantsOurs = /^(client-certificate-wanted|tls-refused|server-unreachable)$/;
  const insisting = { requestCert: true, rejectUnauthorized: true };
  const cases: readonly [string, TlsOptions, RegExp][] = [
    ['TLS 1.0', { ...old, maxVersion: 'TLSv1' }, /^tls-too-old$/],
    ['TLS 1.1', { ...old, maxVersion: 'TLSv1.1' }, /^tls-too-old$/],
    // Node closes the connection before its alert is read, so that the reason is not known.
    ['a certificate of ours, TLS 1.3', { ...insisting, minVersion: 'TLSv1.3' }, wantsOurs],
    ['a certificate of ours, TLS 1.2', { ...insisting, maxVersion: 'TLSv1.2' }, wantsOurs],
  ];
  for (const [what, options, code] of cases) {
    const { port, heard } = await serving(options);
    expect(await problemAt(app, `https://127.0.0.1:${port}`), what).toMatch(code);
    expect(heard.join(''), what).not.toContain('Basic');
  }
  const plain = createPlainServer((socket) => {
    socket.on('error', () => undefined).once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  });
  plain.listen(0, '127.0.0.1').unref();
  await once(plain, 'listening');
  const { port: plainPort } = plain.address() as AddressInfo;
  expect(await problemAt(app, `https://127.0.0.1:${plainPort}`)).toBe('tls-not-spoken');
  const { port } = await serving({});
  expect(await problemAt(app, `http://127.0.0.1:${port}`)).toBe('https-spoken-here');
});
