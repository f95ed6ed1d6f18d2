import { describe, expect, test } from 'vitest';
import { hostAndPort, parsePacResult, parseProxyUrl } from '../../../../main/servers/proxy/pac-result.ts';

describe('the result of a proxy script', () => {
  test('is parsed in its order', { tags: ['row-46'] }, () => {
    expect(parsePacResult('PROXY a.corp:3128; SOCKS5 [fd00::1]:1081 ;DIRECT;')).toEqual([
      { kind: 'http', host: 'a.corp', port: 3128 },
      { kind: 'socks5', host: 'fd00::1', port: 1081 },
      { kind: 'direct' },
    ]);
    expect(parsePacResult('proxy a; socks5 b')).toEqual([
      { kind: 'http', host: 'a', port: 80 },
      { kind: 'socks5', host: 'b', port: 1080 },
    ]);
  });

  test('is never direct unless it says so', { tags: ['row-45', 'row-46'] }, () => {
    const answers = [
      '',
      ';;',
      'garbage',
      'PROXY',
      'PROXY a:0',
      'PROXY a:99999',
      'PROXY a b',
      'DIRECT x',
      'SOCKS a:1',
    ];
    for (const answer of [
      ...answers,
      'HTTPS a:443',
      'PROXY user:secret@a:1',
      `PROXY ${'a'.repeat(20_000)}:1`,
    ])
      expect(parsePacResult(answer), answer).toEqual([]);
  });

  test('is limited', { tags: ['row-46'] }, () => {
    expect(parsePacResult('PROXY a:1;'.repeat(500))).toHaveLength(8);
  });

  test('gives the same route as a typed proxy', () => {
    for (const url of ['http://10.0.0.1:3128', 'socks5://[fd00::1]:1080']) {
      const [way] = parseProxyUrl(url);
      if (way === undefined || way.kind === 'direct') throw new Error('No proxy');
      expect(`${way.kind}://${hostAndPort(way)}`).toBe(url);
    }
  });
});
