import { describe, expect, test } from 'vitest';
import { builtInFormats, type CopyTemplate } from '../../../contract/core/copy-format.ts';
import { awaitsHeader } from '../../../main/copy-as/commands.ts';
import type { CopyFacts } from '../../../main/copy-as/copy-facts.ts';
import { previews, templatePreview, textIn } from '../../../main/copy-as/formats.ts';
import { fillTemplate, fitsAnyTemplate } from '../../../main/copy-as/template.ts';

const token = '0f'.repeat(32);
const facts: CopyFacts = {
  ...{ name: 'Airport T2', userName: 'guard2', url: 'https://10.0.4.7/api', token },
  expiresAt: Date.UTC(2026, 11, 8, 9, 30),
  ffsmName: null,
};
const text = (format: (typeof builtInFormats)[number], change: Partial<CopyFacts> = {}) =>
  textIn(format, { ...facts, ...change }, 'linux');

describe('a format', () => {
  test('of the header is exactly what FindFace wants, with the word Token and one space', () => {
    expect(text('header')).toBe(`Authorization: Token ${token}`);
    expect(text('value')).toBe(`Token ${token}`);
    expect(text('token')).toBe(token);
  });

  test('of curl reads the header from stdin, without a token in its text', () => {
    expect(text('curl-stdin')).toBe("curl -q -H '@-' 'https://10.0.4.7/api/users/me/'");
    expect(text('curl-stdin')).not.toContain(token);
  });

  test('of curl without the token asks ffsm where it is installed', () => {
    const command = text('curl-stdin', { ffsmName: "Director's" });
    expect(command).toBe(`ffsm curl 'Director'\\''s' '/users/me/'`);
    expect(awaitsHeader({ ffsmName: "Director's" }, 'curl-stdin')).toBe(false);
    expect(awaitsHeader(facts, 'curl-stdin')).toBe(true);
    expect(awaitsHeader(facts, 'curl')).toBe(false);
  });

  test('of a command is written for the usual shell of the system', () => {
    expect(text('curl')).toBe(`curl -q -H 'Authorization: Token ${token}' 'https://10.0.4.7/api/users/me/'`);
    expect(textIn('curl', facts, 'win32')).toMatch(/^curl\.exe -q -H 'Authorization: /);
    expect(textIn('curl', { ...facts, token: "a'b" }, 'win32')).toContain("Token a''b'");
  });

  test('of JSON has the expiry and the user', () => {
    expect(JSON.parse(text('json'))).toEqual({
      ...{ name: 'Airport T2', url: 'https://10.0.4.7/api', user: 'guard2', token },
      ...{ header: `Authorization: Token ${token}`, expires: '2026-12-08T09:30:00.000Z' },
    });
    expect(JSON.parse(text('json', { expiresAt: null }))).toMatchObject({ expires: null });
  });

  test('of an API client marks the token as secret', () => {
    expect(JSON.parse(text('postman')).values).toContainEqual({
      ...{ key: 'token', value: token, type: 'secret', enabled: true },
    });
    expect(JSON.parse(text('bruno')).variables).toContainEqual({
      ...{ name: 'token', value: token, type: 'text', enabled: true, secret: true },
    });
    expect(JSON.parse(text('insomnia')).resources.at(-1)).toMatchObject({ isPrivate: true, data: { token } });
  });

  test('of .env lines has quotes only where a reader needs them', () => {
    expect(text('env')).toBe(
      `FINDFACE_URL=https://10.0.4.7/api\nFINDFACE_TOKEN=${token}\nFINDFACE_USER=guard2\nFINDFACE_TOKEN_EXPIRES=2026-12-08T09:30:00.000Z\n`,
    );
    expect(text('env', { userName: 'Anna K', expiresAt: null })).toContain("FINDFACE_USER='Anna K'\n");
    expect(text('env', { userName: `O'Neill "$HOME"`, expiresAt: null })).toContain(
      'FINDFACE_USER="O\'Neill \\"\\$HOME\\""\n',
    );
  });

  test('has no line that a name brings', () => {
    expect(text('http-file', { name: 'A\nGET http://evil.example/', userName: 'x\u2028y' })).toMatch(
      /^### A GET http:\/\/evil\.example\/, x y\nGET https:\/\/10\.0\.4\.7\/api\/users\/me\/\n/,
    );
  });
});

describe('a template', () => {
  test('has its placeholders filled in, once, and keeps other braces', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a text with a dollar before a placeholder.
    const all = '{name}|{user}|{url}|{token}|{header}|{expires}|{other}|{ token }|${token}';
    expect(fillTemplate(all, { ...facts, name: '{token}' })).toBe(
      `{token}|guard2|https://10.0.4.7/api|${token}|Authorization: Token ${token}|2026-12-08T09:30:00.000Z|{other}|{ token }|$${token}`,
    );
    expect(fillTemplate('{expires}', { ...facts, expiresAt: null })).toBe('');
  });

  test('gets no new lines from names', () => {
    expect(fillTemplate('echo {name} {user}', { ...facts, name: 'a\nrm x', userName: 'b\r\u2029c' })).toBe(
      'echo a rm x b c',
    );
  });

  test('takes no token that a shell would run', () => {
    expect(fitsAnyTemplate(token)).toBe(true);
    expect(fitsAnyTemplate('abc.DEF_~+/=-1')).toBe(true);
    for (const bad of [
      '$(id)',
      '`id`',
      'a;b',
      'a|b',
      'a&b',
      "a'b",
      'a"b',
      'a\\b',
      'a%b',
      'a>b',
      '{x}',
      'a!b',
      '',
    ])
      expect(fitsAnyTemplate(bad), bad).toBe(false);
  });
});

describe('a preview', () => {
  const template: CopyTemplate = { id: 'template-0123abcd', name: 'x', text: 'run {token} {header}' };

  test('shows every format, the templates last, with bullets in the place of the token', () => {
    const all = previews(facts, [template], 'linux');
    expect(all.map(({ format }) => format)).toEqual([...builtInFormats, 'template-0123abcd']);
    for (const { format, text: shown } of all)
      expect(shown.includes('••••'), format).toBe(format !== 'curl-stdin');
    expect(all.at(-1)?.text).toBe(`run ${'•'.repeat(16)} Authorization: Token ${'•'.repeat(16)}`);
    expect(templatePreview('{token}', facts)).toBe('•'.repeat(16));
  });

  test('never has the token, also if it is among the facts', () => {
    expect(JSON.stringify(previews(facts, [template], 'linux'))).not.toContain(token);
    expect(templatePreview('{token}', facts)).not.toContain(token);
  });
});
