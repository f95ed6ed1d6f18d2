import { describe, expect, test } from 'vitest';
import {
  checkRequest,
  configRequest,
  loginRequest,
  logoutRequest,
} from '../../../main/servers/api-requests.ts';
import { Token } from '../../../main/token/token.ts';

const caller = { deviceId: 'ffsm-desk-0badc0de', language: 'ru' } as const;
const always = { accept: 'application/json', 'accept-language': 'ru', 'x-uuid': 'ffsm-desk-0badc0de' };
const words = { userName: 'ivanov', password: 'secret', faceToken: null, deviceInfo: { app: 'FFSM' } };

const credentials = (userName: string, password: string) => {
  const header = loginRequest(caller, { ...words, userName, password }).headers.authorization ?? '';
  return Buffer.from(header.replace(/^Basic /, ''), 'base64').toString('utf8');
};

describe('a login request', () => {
  test('carries the password in its header and the device in its body', () => {
    expect(loginRequest(caller, words)).toEqual({
      method: 'POST',
      path: '/auth/login/',
      headers: { ...always, authorization: 'Basic aXZhbm92OnNlY3JldA==', 'content-type': 'application/json' },
      body: '{"uuid":"ffsm-desk-0badc0de","mobile":false,"device_info":{"app":"FFSM"}}',
    });
  });

  test('names a face token only when there is one', () => {
    expect(JSON.parse(String(loginRequest(caller, { ...words, faceToken: 'f4ce' }).body))).toEqual({
      uuid: 'ffsm-desk-0badc0de',
      mobile: false,
      device_info: { app: 'FFSM' },
      video_auth_token: 'f4ce',
    });
  });

  test('sends user name and password to the byte', { tags: ['row-167', 'row-168'] }, () => {
    for (const password of [' a ', 'a:b:c', 'é', 'e\u0301', 'пароль', '😀', '\n\t', 'x'.repeat(10_000)]) {
      expect(credentials('Иван', password)).toBe(`Иван:${password}`);
    }
  });
});

describe('a request with a token', () => {
  const token = new Token('abc123');
  const headers = { ...always, authorization: 'Token abc123' };

  test('asks whose it is', () => {
    const question = { method: 'GET', path: '/users/me/', headers, body: null, isLast: false };
    expect(checkRequest(caller, token)).toEqual(question);
  });

  test('ends it, without a body', () => {
    expect(logoutRequest(caller, token)).toEqual({
      method: 'POST',
      path: '/auth/logout/',
      headers,
      body: null,
    });
  });
});

describe('a request', () => {
  test('for the configuration carries no token', () => {
    expect(configRequest(caller)).toEqual({
      method: 'GET',
      path: '/config.json',
      headers: always,
      body: null,
    });
  });

  test('leaves out a device id that no header can carry', () => {
    for (const deviceId of ['ffsm-пк-1', 'ffsm\r\nx: 1', 'ffsm ä', '']) {
      expect(Object.keys(configRequest({ ...caller, deviceId }).headers)).toEqual([
        'accept',
        'accept-language',
      ]);
    }
  });
});
