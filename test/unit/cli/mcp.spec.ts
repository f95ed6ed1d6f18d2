import { describe, expect, test } from 'vitest';
import { readMessage, rpcErrors } from '../../../main/cli/mcp/json-rpc.ts';
import { mayRequest, withoutToken } from '../../../main/cli/mcp/server-request.ts';
import { Token } from '../../../main/token/token.ts';

describe('a message of an agent', () => {
  test.each([
    ['', rpcErrors.parse],
    ['{"jsonrpc":"2.0","id":1', rpcErrors.parse],
    ['[]', rpcErrors.request],
    ['null', rpcErrors.request],
    ['{"id":1,"method":"ping"}', rpcErrors.request],
    ['{"jsonrpc":"2.0","id":1,"method":5}', rpcErrors.request],
  ])('%s is none', (text, error) => {
    expect(readMessage(text)).toBe(error);
  });

  test('without an id is a notification, and strange parameters are none', () => {
    expect(readMessage('{"jsonrpc":"2.0","method":"a","id":{}}')).toEqual({
      id: null,
      method: 'a',
      params: {},
    });
    expect(readMessage('{"jsonrpc":"2.0","method":"a","id":0,"params":[1]}')).toMatchObject({
      id: 0,
      params: {},
    });
  });
});

describe('a request of an agent', () => {
  test.each([
    ['/cameras/', true],
    ['/cameras/?limit=10&name__contains=a%20b', true],
    ['/auth/logout/', false],
    ['/api/AUTH/login/', false],
    ['/cameras/../auth/logout/', false],
    ['/%61uth/logout/', false],
    ['/cameras/%2e%2e/auth/', false],
    ['//evil.example/', false],
    ['https://evil.example/', false],
    ['/\\evil.example', false],
    ['/a b', false],
    ['/a\r\nHost: evil', false],
    ['', false],
  ])('to %s: %s', (path, expected) => {
    expect(mayRequest(path)).toBe(expected);
  });

  test('is answered without the token, however the server repeats it', () => {
    const secret = '0123456789abcdef'.repeat(4);
    const token = new Token(secret);
    for (const text of [secret, `Token ${secret.toUpperCase()}`, secret.slice(0, 40), `${secret}${secret}`]) {
      const left = withoutToken(`{"a":"${text}"}`, token);
      expect(left).not.toMatch(/[0-9a-f]{32}/i);
      expect(left).toContain('[token]');
    }
    for (const odd of ['a+b(c"d\\e[f$g.h*i?j|k^l{m}', 'x', 'ab', '(unclosed']) {
      const left = withoutToken(JSON.stringify({ sent: odd, again: ` ${odd} ` }), new Token(odd));
      expect(left).not.toContain(JSON.stringify(odd).slice(1, -1));
      expect(withoutToken(`<${odd}>`, new Token(odd))).toBe('<[token]>');
    }
    expect(withoutToken('{"a":1}', token)).toBe('{"a":1}');
  });
});
