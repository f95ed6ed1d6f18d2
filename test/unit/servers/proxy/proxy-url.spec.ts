import { describe, expect, test } from 'vitest';
import { isProxyUrl, readProxyUrl } from '../../../../main/servers/proxy/proxy-url.ts';

describe('a proxy', () => {
  const good: Readonly<Record<string, string>> = {
    'http://10.0.0.1:3128': 'http://10.0.0.1:3128',
    ' 10.0.0.1:80 ': 'http://10.0.0.1:80',
    'HTTP://Proxy.Corp:8080/': 'http://proxy.corp:8080',
    'socks5://[FD00::1]:1080': 'socks5://[fd00::1]:1080',
  };
  for (const [typed, url] of Object.entries(good)) {
    test(`typed as "${typed}" is ${url}`, () => {
      expect(readProxyUrl(typed)).toEqual({ ok: true, value: url });
      expect(isProxyUrl(url)).toBe(true);
    });
  }

  const bad: Readonly<Record<string, string>> = {
    '': 'proxy-malformed',
    'proxy.corp': 'proxy-malformed',
    'http://proxy.corp:0': 'proxy-malformed',
    'http://proxy.corp:70000': 'proxy-malformed',
    'http://proxy.corp:80/pac': 'proxy-malformed',
    'http://pro xy:80': 'proxy-malformed',
    'https://proxy.corp:443': 'proxy-scheme-unsupported',
    'socks4://proxy.corp:1080': 'proxy-scheme-unsupported',
    'http://ivanov:secret@proxy.corp:80': 'proxy-holds-credentials',
    'ivanov@proxy.corp:80': 'proxy-holds-credentials',
  };
  for (const [typed, code] of Object.entries(bad)) {
    test(`typed as "${typed}" is refused: ${code}`, () => {
      expect(readProxyUrl(typed)).toMatchObject({ ok: false, problem: { code } });
      expect(isProxyUrl(typed)).toBe(false);
    });
  }
});
