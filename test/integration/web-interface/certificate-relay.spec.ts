import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { CertificateRelay } from '../../../main/web-interface/certificate-relay.ts';
import { relayCertificate } from '../../../main/web-interface/relay-certificate.ts';
import { printOf } from '../../support/servers/small-authority.ts';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A relay to a server that repeats what it hears. */
async function start() {
  const echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  let dialled = 0;
  const relay = new CertificateRelay('https://harbour.example:8443', Date.now(), async () => {
    dialled += 1;
    return connect((echo.address() as AddressInfo).port, '127.0.0.1');
  });
  const port = await relay.start();
  closing.push(
    () => relay.stop(),
    () => echo.close(),
  );
  return { relay, port, dialled: () => dialled };
}

/** What the relay answers to CONNECT. */
async function asked(port: number, target: string, login: string | null) {
  const socket: Socket = connect(port, '127.0.0.1');
  closing.push(() => socket.destroy());
  const header =
    login === null ? '' : `Proxy-Authorization: Basic ${Buffer.from(login).toString('base64')}\r\n`;
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${header}\r\n`);
  const [answer] = await once(socket, 'data');
  return { socket, status: Number(String(answer).split(' ')[1]) };
}

describe('the relay of a web window', () => {
  test('lets in only its window, and only to its server', async () => {
    const { relay, port, dialled } = await start();
    const { name, password } = relay.credentials;
    const target = 'harbour.example:8443';
    const refused: readonly [string, string | null, number][] = [
      [target, null, 407],
      [target, `${name}:`, 407],
      [target, `${name}:${'0'.repeat(64)}`, 407],
      ['harbour.example:443', `${name}:${password}`, 403],
      ['other.example:8443', `${name}:${password}`, 403],
      ['127.0.0.1:8443', `${name}:${password}`, 403],
    ];
    for (const [place, login, status] of refused)
      expect((await asked(port, place, login)).status, `${place} ${login}`).toBe(status);
    const plain = await fetch(`http://127.0.0.1:${port}/`).then(({ status }) => status);
    expect(plain).toBe(405);
    expect(dialled(), 'nothing is presented to anybody').toBe(0);
  });

  test('shows its own certificate and passes on what is said inside, both ways', async () => {
    const { relay, port } = await start();
    const { name, password } = relay.credentials;
    const { socket, status } = await asked(port, 'harbour.example:8443', `${name}:${password}`);
    expect(status).toBe(200);
    const inner = connectTls({ socket, rejectUnauthorized: false, servername: 'harbour.example' });
    await once(inner, 'secureConnect');
    const shown = inner.getPeerX509Certificate();
    expect(printOf(shown?.toString() ?? '')).toBe(relay.fingerprint);
    inner.write('hello');
    expect(String((await once(inner, 'data'))[0])).toBe('hello');
    inner.end();
    await once(inner, 'close');
  });

  test('ends with its window', async () => {
    const { relay, port } = await start();
    const { name, password } = relay.credentials;
    const { socket } = await asked(port, 'harbour.example:8443', `${name}:${password}`);
    relay.stop();
    await once(socket, 'close');
    const again = connect(port, '127.0.0.1');
    expect((await once(again, 'error'))[0]).toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('makes another key and a certificate for its host each time', () => {
    const [one, other] = ['harbour.example', '10.0.0.7'].map((host) => relayCertificate(host, Date.now()));
    const [first, second] = [one, other].map((made) => new X509Certificate(made?.cert ?? ''));
    expect(first?.checkHost('harbour.example')).toBe('harbour.example');
    expect(second?.checkIP('10.0.0.7')).toBe('10.0.0.7');
    expect(first?.verify(first.publicKey)).toBe(true);
    expect(one?.key).not.toBe(other?.key);
    expect(Date.parse(first?.validTo ?? '') - Date.now()).toBeLessThan(2 * 24 * 3600 * 1000);
  });
});
