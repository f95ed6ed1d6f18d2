import { X509Certificate } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { contextTrusting } from '../../../main/servers/tls/authorities.ts';
import { Certificates } from '../../emulator/http/certificates.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { httpAnswer } from '../../support/servers/hostile-server.ts';
import { config, html, ProbeSetup, unauthorized } from './probe-setup.ts';

const setup = new ProbeSetup();
const certificates = new Certificates('127.0.0.1');
type Kind = Parameters<Certificates['get']>[0];
const printOf = (kind: Kind) =>
  new X509Certificate(certificates.get(kind).cert).fingerprint256.replaceAll(':', '').toLowerCase();
const pinned = (fingerprint: string) => ({ mode: 'pin', fingerprint }) as const;
const findface = { '/config.json': config(), '/users/me/': unauthorized };
const bare = (origin: string) => origin.replace(/^https?:\/\//, '');

/** A port that handles TLS in its own way, and records plain HTTP. */
async function twoFaced(speakTls?: (socket: Socket) => void) {
  const heard: string[] = [];
  const listen = (socket: Socket) => socket.on('data', (piece) => heard.push(piece.toString('latin1')));
  const secure = createTlsServer({ ...certificates.get('valid') }, listen).on(
    'tlsClientError',
    () => undefined,
  );
  const shake = speakTls ?? ((socket: Socket) => void secure.emit('connection', socket));
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (first) => {
      const isTls = first[0] === 22;
      socket.pause();
      socket.unshift(first);
      if (isTls) shake(socket);
      else listen(socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, heard, close: () => new Promise<void>((resolve) => void server.close(() => resolve())) };
}

describe('an untrusted certificate', () => {
  for (const kind of ['valid', 'expired', 'wrong-host', 'cn-only'] as const) {
    test(`(${kind}) is returned by a probe, which sends no byte of HTTP`, { tags: ['row-56'] }, async () => {
      const server = await setup.server(findface, certificates.get(kind));
      for (const address of [server.origin, bare(server.origin)]) {
        expect(await setup.look(address)).toMatchObject({
          code: 'certificate-untrusted',
          certificate: { fingerprint: printOf(kind) },
        });
      }
      expect(server.connections).toBeGreaterThan(0);
      expect(server.receivedBytes).toBe(0);
    });
  }

  test('does not make a probe fall back to plain HTTP', async () => {
    const { port, heard, close } = await twoFaced();
    expect(await setup.look(`127.0.0.1:${port}`)).toMatchObject({ code: 'certificate-untrusted' });
    await close();
    expect(heard).toEqual([]);
  });

  test('is not bypassed by breaking TLS before it is presented', async () => {
    const internalError = Buffer.from('15030300020250', 'hex');
    const { port, heard, close } = await twoFaced((socket) => void socket.end(internalError));
    expect(await setup.look(`127.0.0.1:${port}`)).toMatchObject({ code: 'tls-failed' });
    await close();
    expect(heard).toEqual([]);
  });

  test('is accepted once a person trusts exactly this one, and the trust is saved', async () => {
    const server = await setup.server(findface, certificates.get('valid'));
    await setup.look(server.origin);
    const typed = ` ${server.origin} `;
    const found = await setup.look(typed, { trusting: pinned(printOf('valid')) });
    expect(found).toMatchObject({
      address: { origin: server.origin },
      certificate: { judgedBy: 'pin', facts: { fingerprint: printOf('valid') } },
    });
    const id = 'id' in found ? found.id : null;
    expect(setup.serverProbe.found(id, server.origin)?.decided).toMatchObject({
      mode: 'pin',
      fingerprint: printOf('valid'),
      dates: { validTo: expect.any(Number) },
      names: { subject: expect.stringMatching(/CN=/), issuer: expect.stringMatching(/CN=/) },
    });
    expect(setup.serverProbe.found(id, `${server.origin}/x`), 'another text was never looked at').toBeNull();
    expect(setup.serverProbe.found('x', typed)).toBeNull();
    expect(setup.serverProbe.found(null, typed)).toBeNull();
  });

  test('cannot be trusted before this server presented it to a probe', async () => {
    const server = await setup.server(findface, certificates.get('valid'));
    const twin = await setup.server(findface, certificates.get('valid'));
    const trusting = pinned(printOf('valid'));
    expect(await setup.look(server.origin, { trusting })).toEqual({ code: 'certificate-not-seen' });
    await setup.look(twin.origin);
    expect(await setup.look(server.origin, { trusting })).toEqual({ code: 'certificate-not-seen' });
    await setup.look(server.origin);
    const other = printOf('changed');
    expect(await setup.look(server.origin, { trusting: pinned(other) })).toEqual({
      code: 'certificate-not-seen',
    });
    expect(await setup.look(server.origin, { trusting })).toHaveProperty('id');
  });

  test('that has changed since it was trusted gets no byte of HTTP', { tags: ['row-58'] }, async () => {
    const server = await setup.server(findface, certificates.get('changed'));
    const profile = sampleProfile({
      address: { origin: server.origin, basePath: '' },
      tls: { mode: 'pin', fingerprint: printOf('valid'), trustedAt: 0 },
    });
    setup.profiles = [profile];
    expect(await setup.look(server.origin, { profileId: profile.id })).toMatchObject({
      code: 'certificate-changed',
      trusted: printOf('valid'),
      certificate: { fingerprint: printOf('changed') },
    });
    expect(server.receivedBytes).toBe(0);
  });
});

describe('a trusted certificate', () => {
  test('by this computer is accepted', async () => {
    setup.authorities = () => contextTrusting([certificates.get('valid').cert]);
    const server = await setup.server(findface, certificates.get('valid'));
    expect(await setup.look(bare(server.origin))).toMatchObject({
      address: { origin: server.origin },
      certificate: { judgedBy: 'system', facts: { fingerprint: printOf('valid') } },
    });
  });

  test('by the profile being edited is accepted, on its own server only', async () => {
    const server = await setup.server(findface, certificates.get('valid'));
    const twin = await setup.server(findface, certificates.get('valid'));
    const profile = sampleProfile({
      address: { origin: server.origin, basePath: '/api' },
      tls: { mode: 'pin', fingerprint: printOf('valid'), trustedAt: 0 },
    });
    setup.profiles = [profile];
    const { id: profileId } = profile;
    expect(await setup.look(server.origin, { profileId })).toMatchObject({
      certificate: { judgedBy: 'pin' },
    });
    expect(await setup.look(twin.origin, { profileId })).toMatchObject({ code: 'certificate-untrusted' });
  });
});

describe('what a probe sends', () => {
  test('contains no credentials, no user, no device ID and nothing of the typed path', async () => {
    const answers = [
      findface,
      { '*': unauthorized },
      { '*': html(200) },
      { '*': html(401, { 'www-authenticate': 'Basic realm="x"' }) },
      { '*': httpAnswer(401, '{"code":"UNAUTHORIZED"}', { 'www-authenticate': 'Basic realm="api", Token' }) },
    ];
    const sent: string[] = [];
    for (const answer of answers) {
      const server = await setup.server(answer);
      await setup.look(`${server.origin}/login?user=ivanov&token=${'ab12'.repeat(16)}#secret`);
      sent.push(...server.requests);
    }
    expect(sent.length).toBeGreaterThan(answers.length);
    for (const request of sent) {
      expect(request).toMatch(/^GET \/(api\/)?(config\.json|users\/me\/) HTTP\/1\.1\r\n/);
      expect(request).not.toMatch(/authorization|cookie|x-uuid|ivanov|ab12|secret/i);
      expect(request.split('\r\n\r\n')[1], 'a probe has no body').toBe('');
    }
  });

  test('is limited to a few requests, whatever the responses', async () => {
    const server = await setup.server((socket: Socket) => socket.write(html(404)));
    await setup.look(`${server.origin}/site-2/api`);
    expect(server.requests.length).toBeLessThanOrEqual(6);
  });
});
