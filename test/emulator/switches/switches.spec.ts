import { describe, expect, test } from 'vitest';
import { withServer } from '../http/asking.ts';
import { SwitchBoard } from './switch-board.ts';
import { applySwitchLine, readSwitchLine, showValue } from './switch-line.ts';
import { normalSwitches, switchNames, switchTable } from './switch-table.ts';

describe('a switch', () => {
  test('says what it does and understands how its position is shown, whichever it is', () => {
    for (const name of switchNames) {
      expect(switchTable[name].does.length, name).toBeGreaterThan(10);
      const changes = { [name]: normalSwitches[name] };
      expect(readSwitchLine(`${name}=${showValue(normalSwitches[name])}`)).toEqual({
        changes,
        where: undefined,
      });
    }
  });

  for (const [line, changes, where] of [
    ['authType=face', { authType: 'face' }, undefined],
    [' gzip = always ', { gzip: 'always' }, undefined],
    ['hang=on@/users/me/', { hang: true }, '/users/me/'],
    ['delayMs=250@POST /auth/login/', { delayMs: 250 }, 'POST /auth/login/'],
    ['clockOffsetSeconds=-60', { clockOffsetSeconds: -60 }, undefined],
    ['redirectTo=https://a@b.example', { redirectTo: 'https://a@b.example' }, undefined],
    ['redirectTo=https://b.example@/users/me/', { redirectTo: 'https://b.example' }, '/users/me/'],
    ['dates=+03:00', { dates: '+03:00' }, undefined],
  ] as const) {
    test(`typed as "${line}" is understood`, () => {
      expect(readSwitchLine(line)).toEqual({ changes, where });
    });
  }

  for (const [line, sentence] of [
    ['autType=face', 'There is no switch in "autType=face"; write name=value or name=value@/path/.'],
    ['authType', 'There is no switch in "authType"; write name=value or name=value@/path/.'],
    [
      'authType=fingerprint',
      '"fingerprint" is not a value of authType: password | face | face_or_password | face_and_password.',
    ],
    ['delayMs=-1', '"-1" is not a value of delayMs: number, at most 600000.'],
    ['delayMs=', '"" is not a value of delayMs: number, at most 600000.'],
    ['hang=yes', '"yes" is not a value of hang: on | off.'],
    [
      'certificate=expired@/users/me/',
      'certificate holds for the whole server and cannot be limited to a path.',
    ],
    ['toString=1', 'There is no switch in "toString=1"; write name=value or name=value@/path/.'],
  ] as const) {
    test(`typed as "${line}" is refused with a sentence`, () => {
      expect(readSwitchLine(line)).toBe(sentence);
    });
  }
});

describe('the switches of a server', () => {
  test('start where they were asked to and are otherwise normal', () => {
    const board = new SwitchBoard({ authType: 'face' });
    expect(board.now).toEqual({ ...normalSwitches, authType: 'face' });
  });

  test('go back to where they started, not to normal', () => {
    const board = new SwitchBoard({ authType: 'face' });
    board.set({ authType: 'password', hang: true });
    board.only('/users/me/', { delayMs: 5 });
    applySwitchLine(board, 'reset');
    expect(board.forRequest('GET', '/users/me/')).toEqual({ ...normalSwitches, authType: 'face' });
  });

  for (const [where, matching, other] of [
    ['/users/me/', ['GET', '/users/me/'], ['GET', '/users/me']],
    ['POST /auth/login/', ['POST', '/auth/login/'], ['GET', '/auth/login/']],
    ['/sessions/*', ['DELETE', '/sessions/abc/'], ['GET', '/session']],
  ] as const) {
    test(`limited to ${where} hold for ${matching.join(' ')} and not for ${other.join(' ')}`, () => {
      const board = new SwitchBoard();
      board.only(where, { delayMs: 5 });
      expect(board.forRequest(matching[0], matching[1]).delayMs).toBe(5);
      expect(board.forRequest(other[0], other[1]).delayMs).toBe(0);
    });
  }

  test('that hold for the whole server cannot be limited to a path by mistake', () => {
    expect(() => new SwitchBoard().only('/users/me/', { clockOffsetSeconds: 60 })).toThrow(
      'clockOffsetSeconds holds for the whole server and cannot be limited to a path.',
    );
  });

  test('can be read over HTTP while the server runs', () =>
    withServer({ switches: { authType: 'face' } }, async ({ emulator, ask }) => {
      emulator.switches.only('/users/me/', { hang: true });
      expect(await ask('GET', `${emulator.origin}/.emulator/switches`)).toMatchObject({
        status: 200,
        body: { authType: 'face', limited: [{ where: '/users/me/', changes: { hang: true } }] },
      });
    }));

  test('can be changed over HTTP, several at once', () =>
    withServer({}, async ({ emulator, ask }) => {
      const body = 'authType=face\nproxyError=503@/users/me/\n';
      expect((await ask('POST', `${emulator.origin}/.emulator/switches`, { body })).status).toBe(204);
      expect(emulator.switches.now.authType).toBe('face');
      expect((await ask('GET', '/users/me/')).status).toBe(503);
    }));

  test('can be changed over HTTP while every other request hangs', () =>
    withServer({ switches: { hang: true } }, async ({ emulator, ask }) => {
      await ask('POST', `${emulator.origin}/.emulator/switches`, { body: 'hang=off' });
      expect((await ask('GET', '/config.json')).status).toBe(200);
    }));

  test('refuse over HTTP what they do not know, with a sentence', () =>
    withServer({}, async ({ emulator, ask }) => {
      expect(await ask('POST', `${emulator.origin}/.emulator/switches`, { body: 'hang=yes' })).toMatchObject({
        status: 400,
        body: { desc: '"yes" is not a value of hang: on | off.' },
      });
    }));
});
