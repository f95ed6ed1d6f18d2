import { describe, expect, test } from 'vitest';
import { withServer } from './asking.ts';
import { languageOf } from './wording.ts';

describe('a problem', () => {
  for (const [language, desc] of [
    ['en', 'Invalid username/password.'],
    ['ru', 'Недопустимые имя пользователя или пароль.'],
    ['es', 'Nombre de usuario/contraseña inválidos.'],
    ['de', 'Invalid username/password.'],
  ] as const) {
    test(`is told to someone who asks for "${language}" as "${desc}"`, () =>
      withServer({}, async ({ logIn }) => {
        const reply = await logIn({ name: 'admin', password: 'x' }, {}, { 'accept-language': language });
        expect(reply.body).toEqual({ code: 'UNAUTHORIZED', desc });
      }));
  }

  test('names its language in Content-Language', () =>
    withServer({}, async ({ ask }) => {
      const reply = await ask('GET', '/users/me/', { headers: { 'accept-language': 'ru' } });
      expect(reply.headers['content-language']).toBe('ru');
    }));

  test('is JSON in UTF-8', () =>
    withServer({}, async ({ ask }) => {
      const reply = await ask('GET', '/users/me/', { headers: { 'accept-language': 'ru' } });
      expect(reply.headers['content-type']).toBe('application/json');
      expect(reply.body).toMatchObject({ desc: 'Учетные данные не были предоставлены.' });
    }));

  for (const [style, body] of [
    ['drf', { detail: 'Authentication credentials were not provided.' }],
    ['knox', { error: 'Authentication credentials were not provided.' }],
  ] as const) {
    test(`can come in the form of ${style}`, () =>
      withServer({ switches: { errorStyle: style } }, async ({ ask }) => {
        expect(await ask('GET', '/users/me/')).toMatchObject({ status: 401, body });
      }));
  }
});

describe('the language of an answer', () => {
  for (const [header, language] of [
    [undefined, 'en-us'],
    ['', 'en-us'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['fr, es;q=0.5, en;q=0.4', 'es'],
    ['en;q=0.5, ES-mx', 'es'],
    ['ru;q=0, es;q=0.1', 'es'],
    ['*', 'en-us'],
  ] as const) {
    test(`for "${header ?? 'no header'}" is ${language}`, () => {
      expect(languageOf(header)).toBe(language);
    });
  }
});
