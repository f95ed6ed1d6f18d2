import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer, type SecureVersion } from 'node:tls';
import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { oldPkcs12 } from '../../integration/client-certificate/old-pkcs12.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { answerQuestions } from '../../support/app/native-questions.ts';
import { type Issued, issue, printOf } from '../../support/servers/small-authority.ts';

const root = issue('Harbour Root', { ca: true });
const server = issue('harbour', { issuer: root, names: ['127.0.0.1'] });
const stranger = issue('stranger', { names: ['127.0.0.1'] });
const elsewhere = issue('elsewhere', { issuer: root, names: ['10.9.9.9'] });
const ours = issue('operator', { issuer: root });

/** A server that requests a client certificate and notes what clients present; it answers nothing. */
async function serve(own: Issued, maxVersion: SecureVersion) {
  const presented: string[] = [];
  const options = { key: own.key, cert: own.chain, maxVersion, requestCert: true, rejectUnauthorized: false };
  const listening = createServer(options, (socket) => {
    const { subject } = socket.getPeerCertificate();
    if (subject) presented.push(String(subject.CN));
    socket.on('error', () => undefined).once('data', () => socket.destroy());
  });
  listening.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  listening.unref();
  return { origin: `https://127.0.0.1:${(listening.address() as AddressInfo).port}`, presented };
}

/** Adds a server that the app reaches with a client certificate and a custom CA, and logs in; returns the problem. */
async function problemAt({ electron, page }: RunningApp, address: string, folder: string): Promise<string> {
  const files = [join(folder, 'root.pem'), join(folder, 'operator.pem')];
  await writeFile(files[0] ?? '', root.cert);
  await writeFile(files[1] ?? '', ours.key + ours.chain);
  await electron.evaluate(({ dialog }, paths) => {
    const left = [...paths];
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [left.shift() ?? ''] });
  }, files);
  return page.evaluate(
    async ({ address, userName, password, authority, client }) => {
      const draft = { address, name: address, userName, tags: [], environment: 'none' } as const;
      const added = await window.bridge.addProfile({ draft, finding: null });
      if (!added.ok) return added.problem.code;
      const profileId = added.value;
      const trust = { mode: 'ca', fingerprint: authority } as const;
      const certificate = { mode: 'file', fingerprint: client } as const;
      await window.bridge.chooseAuthority();
      await window.bridge.chooseClientCertificate();
      const choice = { trust, proxy: null, certificate };
      const changed = await window.bridge.changeConnection({ profileId, choice });
      if (!changed.ok) return changed.problem.code;
      const login = { profileId, password, faceToken: null, keepPassword: false };
      const result = await window.bridge.login(login);
      return result.ok ? 'logged in' : result.problem.code;
    },
    {
      ...{ address, userName: operator.name, password: operator.password },
      ...{ authority: printOf(root.cert), client: printOf(ours.cert) },
    },
  );
}

for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
  test(`a client certificate is presented over ${version} only to an accepted server, with Electron's TLS library too`, {
    tag: ['@row-71'],
  }, async ({ app, dataFolder }) => {
    await answerQuestions(app.electron, 'confirm');
    const good = await serve(server, version);
    expect(await problemAt(app, good.origin, dataFolder)).not.toMatch(/^(certificate-|client-)/);
    expect(new Set(good.presented)).toEqual(new Set(['operator']));
    for (const shown of [stranger, elsewhere]) {
      const bad = await serve(shown, version);
      expect(await problemAt(app, bad.origin, dataFolder)).toBe('certificate-untrusted');
      expect(bad.presented).toEqual([]);
    }
  });

test('PKCS#12 files of every age are read with what the build leaves of the library', async ({
  app,
  dataFolder,
}) => {
  const [source, target] = [join(dataFolder, 'operator.pem'), join(dataFolder, 'operator.p12')];
  await writeFile(source, ours.key + ours.cert);
  const way = ['pkcs12', '-export', '-in', source, '-out', target, '-passout', 'pass:secret'];
  const read = async () => {
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, target);
    return app.page.evaluate(async () => {
      const chosen = await window.bridge.chooseClientCertificate();
      if (!chosen.ok || chosen.value?.certificate !== null) return 'needs no password';
      const opened = await window.bridge.openClientCertificate({ password: 'secret' });
      if (opened.ok) return opened.value.subject;
      return 'subject' in opened.problem ? opened.problem.subject : opened.problem.code;
    });
  };
  execFileSync('openssl', way);
  expect(await read()).toBe('CN=operator');
  execFileSync('openssl', [...way, '-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES']);
  expect(await read()).toBe('CN=operator');
  await writeFile(target, oldPkcs12);
  expect(await read()).toBe('CN=old operator');
});
