import { once } from 'node:events';
import { get } from 'node:http';
import { Agent, WebSocket } from 'undici';
import { describe, expect, test } from 'vitest';
import { admin, guard } from '../default-users.ts';
import type { Emulator } from '../emulator.ts';
import { withServer } from './asking.ts';

interface Heard {
  readonly type: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A WebSocket client that records its messages. */
class Listener {
  readonly #socket: WebSocket;
  readonly #heard: Heard[] = [];
  #waiting: (() => void) | undefined;
  readonly closed: Promise<number>;

  constructor(emulator: Emulator, token: string) {
    const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
    this.#socket = new WebSocket(`${emulator.base.replace('http', 'ws')}/events/`, { dispatcher });
    this.#socket.addEventListener('open', () => this.say('auth', { token, msg_groups: [] }));
    this.#socket.addEventListener('message', ({ data }) => {
      this.#heard.push(JSON.parse(String(data)));
      this.#waiting?.();
    });
    this.closed = new Promise((resolve) => {
      this.#socket.addEventListener('close', ({ code }) => resolve(code));
    });
  }

  say(type: string, data: object): void {
    this.#socket.send(JSON.stringify({ type, data }));
  }

  async next(): Promise<Heard> {
    for (;;) {
      const heard = this.#heard.shift();
      if (heard) return heard;
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
  }
}

describe('the live channel', () => {
  test('greets a good token with a ping', () =>
    withServer({}, async ({ emulator, tokenOf }) => {
      const listener = new Listener(emulator, await tokenOf(guard));
      expect(await listener.next()).toEqual({
        type: 'ping',
        data: { ping_date: expect.stringMatching(/Z$/) },
      });
    }));

  test('tells a token nobody was given that it is invalid, and hangs up', () =>
    withServer({}, async ({ emulator }) => {
      const listener = new Listener(emulator, 'f'.repeat(64));
      expect(await listener.next()).toMatchObject({ type: 'token_invalid' });
      await listener.closed;
    }));

  test('moves the last ping of the session when it is answered, and so shows it online', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(guard);
      emulator.setClockOffset(120);
      expect(await ask('GET', '/sessions/', { token })).toMatchObject({
        body: { results: [{ status: 'offline' }] },
      });
      const listener = new Listener(emulator, token);
      const ping = await listener.next();
      listener.say('pong', { ...ping.data, pong_date: new Date().toISOString() });
      await expect
        .poll(async () => (await ask('GET', '/sessions/', { token })).body)
        .toMatchObject({ results: [{ status: 'online' }] });
    }));

  for (const [what, end] of [
    ['an administrator ends the session', (emulator: Emulator) => void emulator.endSessions('guard2')],
    ['its user is switched off', (emulator: Emulator) => emulator.switchOff('guard2')],
    ['its time is up', (emulator: Emulator) => emulator.setClockOffset(15_552_001)],
  ] as const) {
    test(`says token_invalid as soon as ${what}`, () =>
      withServer({}, async ({ emulator, tokenOf }) => {
        const listener = new Listener(emulator, await tokenOf(guard));
        await listener.next();
        end(emulator);
        expect(await listener.next()).toMatchObject({ type: 'token_invalid' });
      }));
  }

  test('says token_invalid as soon as the device is blocked', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      const listener = new Listener(emulator, await tokenOf(guard, 'lost'));
      await listener.next();
      const json = { uuid: 'lost', reason: 'Lost' };
      await ask('POST', '/device-blacklist-records/', { token: await tokenOf(admin), json });
      expect(await listener.next()).toMatchObject({ type: 'token_invalid' });
    }));

  test('says license_alert when the licence breaks', () =>
    withServer({}, async ({ emulator, tokenOf }) => {
      const listener = new Listener(emulator, await tokenOf(guard));
      await listener.next();
      emulator.switches.set({ licence: '403' });
      expect(await listener.next()).toMatchObject({ type: 'license_alert' });
    }));

  test('lies under the prefix', () =>
    withServer({ switches: { prefix: '/api' } }, async ({ emulator, tokenOf }) => {
      const listener = new Listener(emulator, await tokenOf(guard));
      expect(await listener.next()).toMatchObject({ type: 'ping' });
    }));

  test('works over HTTPS and survives a client that is cut off', () =>
    withServer({ https: true }, async ({ emulator, ask, tokenOf }) => {
      const listener = new Listener(emulator, await tokenOf(guard));
      expect(await listener.next()).toMatchObject({ type: 'ping' });
      emulator.switches.set({ connection: 'reset' });
      await new Listener(emulator, '').closed;
      emulator.switches.reset();
      expect((await ask('GET', '/config.json')).status).toBe(200);
    }));

  test('hangs up on a message that no client needs to send, and serves the next client', () =>
    withServer({}, async ({ emulator, tokenOf }) => {
      const token = await tokenOf(guard);
      const listener = new Listener(emulator, token);
      await listener.next();
      listener.say('x'.repeat(70_000), {});
      expect(await listener.closed).toBe(1009);
      expect(await new Listener(emulator, token).next()).toMatchObject({ type: 'ping' });
    }));

  test('refuses a request that is no handshake', () =>
    withServer({}, async ({ emulator }) => {
      const request = get(`${emulator.base}/events/`, {
        headers: { connection: 'upgrade', upgrade: 'websocket' },
      });
      const [response] = await once(request, 'response');
      expect(response.statusCode).toBe(400);
    }));

  test('is closed with the server', async () => {
    let listener: Listener | undefined;
    await withServer({}, async ({ emulator, tokenOf }) => {
      listener = new Listener(emulator, await tokenOf(guard));
      await listener.next();
    });
    expect(await listener?.closed).toBe(1006);
  });
});
