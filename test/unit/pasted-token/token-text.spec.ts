import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OtherTokenKind } from '../../../contract/core/face-problem.ts';
import { readPastedText } from '../../../main/pasted-token/token-text.ts';

const token = 'ab12'.repeat(16);
const usual = { kind: 'token', secret: token, usual: true };
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('a token on the clipboard', () => {
  const forms: Readonly<Record<string, string>> = {
    alone: token,
    'with line ends and blanks around it': `\r\n  ${token}\t\n`,
    'with a mark of byte order': `\ufeff${token}`,
    'with an invisible mark at its end': `${token}\u200b`,
    'in quotes': `"${token}"`,
    'in printed quotes': `“${token}”`,
    'with a comma of the text around it': `'${token}',`,
    'after its scheme': `Token ${token}`,
    'after its scheme in small letters': `token ${token}`,
    'as a whole header': `Authorization: Token ${token}`,
    'as a whole header in quotes, with a line end': `"Authorization: Token ${token}"\n`,
    'as a header of a program': `'Authorization': 'Token ${token}',`,
    'as a header in JSON': `{"Accept": "*/*",\n "Authorization": "Token ${token}"\n}`,
    'in a call of curl': `curl -s -H "Authorization: Token ${token}" http://10.0.4.7/users/me/`,
    'in a set of headers': `GET /users/me/ HTTP/1.1\r\nHost: 10.0.4.7\r\nAuthorization: Token ${token}\r\nAccept: */*`,
    'broken by a terminal': `${token.slice(0, 40)}\n${token.slice(40)}`,
    'in the answer of a login': `{"user": {"id": 7}, "token": "${token}", "token_expiration_datetime": null}`,
  };
  for (const [form, text] of Object.entries(forms)) {
    test(`is found ${form}`, () => expect(readPastedText(text)).toEqual(usual));
  }

  const others: readonly (readonly [string, OtherTokenKind])[] = [
    ['0123456789abcdef0123456789abcdef', 'detector'],
    ['Token 0123456789ABCDEF0123456789ABCDEF', 'detector'],
    [`VmsPluginToken ${token}`, 'vms-plugin'],
    [`Authorization: VmsPluginToken ${token}`, 'vms-plugin'],
    [jwt, 'lite'],
    [`Bearer ${jwt}`, 'lite'],
    [`Authorization: Token ${jwt}`, 'lite'],
    [`JWT ${jwt}`, 'lite'],
    ['A0B1-C2D3', 'enterprise'],
    ['Token A0B1-C2D3-E4F5', 'enterprise'],
    [`Bearer ${token}`, 'bearer'],
    ['Authorization: Basic aXZhbm92OnNlY3JldA==', 'basic'],
    [`https://10.0.4.7/video?token=${token}`, 'address'],
    [`rtsp://10.0.4.7/live`, 'address'],
    [`/events/?access_token=${token}`, 'address'],
  ];
  for (const [text, kind] of others) {
    test(`is told from ${kind}: ${text.slice(0, 32)}`, () => {
      expect(readPastedText(text)).toEqual({
        kind: 'none',
        problem: { code: 'token-of-other-kind', kind },
      });
    });
  }

  test('of another form is asked about', () => {
    for (const secret of ['opaque-token_1', 'x', token.toUpperCase(), `${token}0`])
      expect(readPastedText(`Token ${secret}`)).toEqual({ kind: 'token', secret, usual: false });
  });

  test('is not what cannot be one', () => {
    for (const text of ['my password 1', 'пароль', 'a\0b', 'x'.repeat(5_000), 'Token a b'])
      expect(readPastedText(text)).toMatchObject({ problem: { code: 'token-malformed' } });
    for (const text of ['', '  \r\n', '""']) {
      expect(readPastedText(text)).toMatchObject({ problem: { code: 'clipboard-empty' } });
    }
    expect(readPastedText('x'.repeat(1_000_000))).toMatchObject({ problem: { code: 'token-malformed' } });
  });

  test('is one that a header can carry, whatever text it was found in', () => {
    const around = fc.constantFrom(
      '',
      'Authorization: Token ',
      'Token ',
      '"',
      "curl -H 'Authorization: Token ",
    );
    fc.assert(
      fc.property(around, fc.string({ unit: 'binary' }), (before, text) => {
        const found = readPastedText(before + text);
        if (found.kind === 'token') expect(found.secret).toMatch(/^[\x21-\x7e]{1,4096}$/);
      }),
    );
  });
});
