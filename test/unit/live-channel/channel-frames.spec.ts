import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { authFrame, readFrame } from '../../../main/live-channel/channel-frames.ts';
import { FrameBudget } from '../../../main/live-channel/frame-budget.ts';

const now = Date.UTC(2026, 10, 28, 12);
const read = (frame: unknown) =>
  readFrame(Buffer.from(typeof frame === 'string' ? frame : JSON.stringify(frame)), now);

describe('the frames of a live channel', () => {
  test('begin with the token and without any group of messages', () => {
    expect(JSON.parse(authFrame('abc'))).toEqual({
      type: 'auth',
      data: {
        token: 'abc',
        msg_groups: {
          ws_events: false,
          ws_notifications: false,
          ws_unacknowledged_events: false,
          ws_episodes: false,
          ws_clusters: false,
        },
      },
    });
  });

  test('are understood if they concern the session, and a ping is answered with what it held', () => {
    expect(read({ type: 'token_invalid', data: {} })).toEqual({ type: 'token_invalid' });
    expect(read('{ "data": null,\n "type": "license_alert" }')).toEqual({ type: 'license_alert' });
    const pings = [{ ping_date: '2026-11-28T12:00:00Z', n: 3 }, null, [1], 'x', undefined];
    const answers = pings.map((data) => {
      const frame = read({ type: 'ping', data });
      return frame?.type === 'ping' ? JSON.parse(frame.pong) : null;
    });
    const pong_date = '2026-11-28T12:00:00.000Z';
    expect(answers.map(({ type }) => type)).toEqual(pings.map(() => 'pong'));
    expect(answers.map(({ data }) => data)).toEqual([
      { ping_date: '2026-11-28T12:00:00Z', n: 3, pong_date },
      ...[{ pong_date }, { pong_date }, { pong_date }, { pong_date }],
    ]);
  });

  test('are ignored without being parsed if they are of another type or long', () => {
    const parse = vi.spyOn(JSON, 'parse');
    for (const frame of [
      '{"type":"event","data":{}}',
      `{"type":"token_invalid","data":"${'x'.repeat(3_000)}"}`,
      '',
      '\0\0\0',
    ])
      expect(read(frame)).toBeNull();
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  test('are ignored if they only mention a type that is known', () => {
    for (const frame of [
      { type: 'event', data: { type: 'token_invalid' } },
      '"token_invalid"',
      '["token_invalid"]',
      '{"type":"token_invalid"',
      '{"Type":"token_invalid"}',
      { type: ['token_invalid'] },
      null,
    ])
      expect(read(frame)).toBeNull();
  });

  test('may be anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readFrame(Buffer.concat([Buffer.from('"ping"'), bytes]), now)).toBeNull();
      }),
    );
  });
});

describe('what a server may send', () => {
  test('is enough for pings at any usual pace, for ever', () => {
    const budget = new FrameBudget(0);
    for (let at = 0; at < 3_600_000; at += 2_000)
      expect(budget.take({ frames: 1, bytes: 200 }, at)).toBe(true);
  });

  test('is used up by a frame a millisecond, and by large frames', () => {
    const often = new FrameBudget(0);
    const taken = Array.from({ length: 100 }, (_, at) => often.take({ frames: 1, bytes: 20 }, at));
    expect(taken.indexOf(false)).toBe(60);
    const large = new FrameBudget(0);
    const chunks = Array.from({ length: 10 }, (_, at) => large.take({ bytes: 64 * 1024 }, at));
    expect(chunks.indexOf(false)).toBe(4);
  });

  test('does not grow while the clock stands or goes back', () => {
    const budget = new FrameBudget(1_000);
    for (let frame = 0; frame < 60; frame += 1) budget.take({ frames: 1 }, 500);
    expect(budget.take({ frames: 1 }, 0)).toBe(false);
  });
});
