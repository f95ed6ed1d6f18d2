import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect } from '@playwright/test';
import { test } from '../support/app/app.ts';

test.describe('a compromised page', () => {
  test('cannot call out by WebRTC over TCP either', { tag: ['@row-147'] }, async ({ app }) => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      heard.push('a connection');
      socket.on('data', (bytes) => heard.push(bytes.toString('latin1'))).on('error', () => undefined);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const asked = await app.page.evaluate(async (to) => {
      const places = ['127.0.0.1', 'localhost'].flatMap((host) => [
        `turn:${host}:${to}?transport=tcp`,
        `turns:${host}:${to}?transport=tcp`,
        `stun:${host}:${to}?transport=tcp`,
        `turn:${host}:${to}`,
      ]);
      const gathered = places.map(async (urls) => {
        const one = urls.startsWith('stun')
          ? { urls: urls.replace('?transport=tcp', '') }
          : { urls, username: 'secret', credential: 'x' };
        const peer = new RTCPeerConnection({
          iceTransportPolicy: urls.startsWith('stun') ? 'all' : 'relay',
          iceServers: [one],
        });
        peer.createDataChannel('out');
        await peer.setLocalDescription(await peer.createOffer());
        // Enough time for a local connection, whether gathering completes or not.
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        peer.close();
      });
      await Promise.all(gathered);
      return places.length;
    }, port);
    server.close();
    expect(asked).toBe(8);
    expect(heard).toEqual([]);
  });
});
