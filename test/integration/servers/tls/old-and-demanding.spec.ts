import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { tlsHint, tlsProblem } from '../../../../main/servers/http/tls-errors.ts';
import { freshFolder } from '../../../support/files/fresh-folder.ts';
import { forever, strangerToken } from '../../../support/servers/client-of.ts';
import { HostileServers } from '../../../support/servers/hostile-servers.ts';
import { issue, printOf } from '../../../support/servers/small-authority.ts';

const servers = new HostileServers();
const own = issue('old', { names: ['127.0.0.1'] });
const tls = { mode: 'pin', fingerprint: printOf(own.cert), trustedAt: 0 } as const;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** A real server with old TLS; null if this OpenSSL does not support it. */
async function oldServer(
  folder: string,
  ...age: string[]
): Promise<{ port: number; server: ChildProcess } | null> {
  await writeFile(join(folder, 'own.pem'), own.key + own.cert);
  const port = await freePort();
  const args = ['s_server', '-accept', `127.0.0.1:${port}`, '-cert', 'own.pem', '-key', 'own.pem', ...age];
  const server = spawn('openssl', args, { cwd: folder });
  const started = await Promise.race([
    // Other lines come before it listens.
    printed(server.stdout, 'ACCEPT').then(() => true),
    once(server, 'exit').then(() => false),
  ]);
  return started ? { port, server } : null;
}

/** Resolves once a program has printed this; goes on reading, so that the program is not stopped by a full pipe. */
function printed(output: Readable, word: string): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    output.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes(word)) resolve();
    });
  });
}

describe('outdated TLS', () => {
  const ages: readonly [string, string[], RegExp][] = [
    ['TLS 1.0', ['-tls1', '-cipher', 'ALL:@SECLEVEL=0'], /^tls-(too-old|refused)$/],
    ['TLS 1.1', ['-tls1_1', '-cipher', 'ALL:@SECLEVEL=0'], /^tls-(too-old|refused)$/],
    ['a cipher without encryption', ['-tls1_2', '-cipher', 'NULL:@SECLEVEL=0'], /^tls-refused$/],
  ];
  for (const [what, age, code] of ages) {
    test(`(${what}) is refused, with its own message`, { tags: ['row-69'] }, async ({ skip }) => {
      const folder = await freshFolder();
      const old = await oldServer(folder, ...age);
      const version = execFileSync('openssl', ['version']).toString();
      if (old === null) console.warn(`SKIPPED: ${version.trim()} cannot serve ${what}`);
      skip(old === null, `${version} cannot serve ${what}`);
      if (old === null) return;
      const result = await servers
        .client(`https://127.0.0.1:${old.port}`, { tls })
        .check(strangerToken, forever);
      old.server.kill();
      await rm(folder, { recursive: true, force: true });
      expect(result.ok ? 'accepted' : result.problem.code).toMatch(code);
    });
  }

  test('is distinguished from other failures, with either TLS library', {
    tags: ['row-69', 'row-71'],
  }, () => {
    const codes: Readonly<Record<string, string | null>> = {
      ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-too-old',
      ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-too-old',
      ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'tls-refused',
      ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client-certificate-wanted',
      ERR_SSL_BAD_RECORD_TYPE: null,
      ECONNRESET: null,
    };
    for (const [code, told] of Object.entries(codes)) expect(tlsProblem(code, 'h')?.code ?? null).toBe(told);
  });
});

describe('a server that requests a client certificate', () => {
  for (const insists of [false, true]) {
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
      test(`over ${maxVersion} gets none${insists ? ', even if it is required' : ''}`, {
        tags: ['row-71'],
      }, async () => {
        const shown: object[] = [];
        const answer =
          'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 19\r\n\r\n{"id":7,"name":"a"}';
        const options = {
          key: own.key,
          cert: own.cert,
          requestCert: true,
          rejectUnauthorized: insists,
          maxVersion,
        };
        const server = createTlsServer(options, (socket) => {
          shown.push(socket.getPeerCertificate());
          socket.on('error', () => undefined).on('data', () => socket.write(answer));
        });
        server.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
        await once(server, 'listening');
        const { port } = server.address() as AddressInfo;
        const client = servers.client(`https://127.0.0.1:${port}`, { tls });
        const result = await client.check(strangerToken, forever);
        server.close();
        for (const certificate of shown) expect(certificate).toEqual({});
        if (!insists) expect(result).toMatchObject({ ok: true });
        else
          expect(result.ok ? 'accepted' : result.problem.code).toMatch(
            /^(server-unreachable|tls-|client-cert)/,
          );
      });
    }
  }

  test('is recognized by the text of nginx', { tags: ['row-71', 'row-55'] }, () => {
    const page = (words: string) => Buffer.from(`<html><center>${words}</center></html>`);
    const words = 'No required SSL certificate was sent';
    expect(tlsHint(400, page(words), 'h')).toEqual({ code: 'client-certificate-wanted', host: 'h' });
    expect(tlsHint(400, page('The plain HTTP request was sent to HTTPS port'), 'h')).toEqual({
      code: 'https-spoken-here',
      host: 'h',
    });
    expect(tlsHint(404, page(words), 'h')).toBeNull();
  });
});

describe('plain HTTP to a TLS port', () => {
  test('is recognized as such', { tags: ['row-55'] }, async () => {
    const server = await servers.start(() => undefined, { key: own.key, cert: own.cert });
    const client = servers.client(`http://127.0.0.1:${server.port}`);
    expect(await client.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'https-spoken-here' },
    });
    expect(server.receivedBytes).toBe(0);
  });
});
