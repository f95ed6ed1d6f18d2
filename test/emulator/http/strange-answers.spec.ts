import { describe, expect, test } from 'vitest';
import { admin } from '../default-users.ts';
import { field, withServer } from './asking.ts';

describe('a strange server', () => {
  for (const [token, expected] of [
    ['absent', undefined],
    ['null', null],
    ['empty', ''],
  ] as const) {
    test(`can make the token of a log-in ${token}`, () =>
      withServer({ switches: { token } }, async ({ logIn }) => {
        const reply = await logIn(admin);
        expect([reply.status, field(reply, 'token')]).toEqual([200, expected]);
      }));
  }

  for (const [expiry, expected] of [
    ['absent', undefined],
    ['null', null],
  ] as const) {
    test(`can make the expiry of a log-in ${expiry}`, () =>
      withServer({ switches: { expiry } }, async ({ logIn }) => {
        const reply = await logIn(admin);
        expect([reply.status, field(reply, 'token_expiration_datetime')]).toEqual([200, expected]);
      }));
  }

  test('can put the expiry of a log-in into the past', () =>
    withServer({ switches: { expiry: 'past' } }, async ({ logIn }) => {
      const expiry = Date.parse(String(field(await logIn(admin), 'token_expiration_datetime')));
      expect(expiry).toBeLessThan(Date.now());
    }));

  for (const [dates, shape] of [
    ['+03:00', /\.\d{6}\+03:00$/],
    ['whole-seconds', /T\d\d:\d\d:\d\dZ$/],
    ['+00:00', /T\d\d:\d\d:\d\d\+00:00$/],
    ['milliseconds', /\.\d{3}Z$/],
  ] as const) {
    test(`can write the dates of a log-in as ${dates}, meaning the same moment`, () =>
      withServer({ switches: { dates } }, async ({ logIn }) => {
        const text = String(field(await logIn(admin), 'token_expiration_datetime'));
        expect(text).toMatch(shape);
        expect(Math.abs(Date.parse(text) - Date.now() - 15_552_000_000)).toBeLessThan(10_000);
      }));
  }

  test('can skew the Date header alone', () =>
    withServer({ switches: { dateSkewSeconds: -7200 } }, async ({ ask, logIn }) => {
      const date = Date.parse(String((await ask('GET', '/config.json')).headers.date));
      expect(Math.abs(date - Date.now() + 7_200_000)).toBeLessThan(10_000);
      const expiry = Date.parse(String(field(await logIn(admin), 'token_expiration_datetime')));
      expect(Math.abs(expiry - Date.now() - 15_552_000_000)).toBeLessThan(10_000);
    }));

  test('can move the whole clock of the server', () =>
    withServer({ switches: { clockOffsetSeconds: 86_400 } }, async ({ logIn }) => {
      const reply = await logIn(admin);
      const date = Date.parse(String(reply.headers.date));
      const expiry = Date.parse(String(field(reply, 'token_expiration_datetime')));
      expect(Math.abs(date - Date.now() - 86_400_000)).toBeLessThan(10_000);
      expect(Math.abs(expiry - date - 15_552_000_000)).toBeLessThan(10_000);
    }));

  test('can leave the Date header out', () =>
    withServer({ switches: { dateHeader: 'absent' } }, async ({ ask }) => {
      expect((await ask('GET', '/config.json')).headers.date).toBeUndefined();
    }));
});
