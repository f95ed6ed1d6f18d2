import { describe, expect, test } from 'vitest';
import { parsePacResult } from '../../../main/servers/proxy/pac-result.ts';
import { chromiumProxy } from '../../../main/web-interface/chromium-proxy.ts';

const proxyOf = (routes: string, origin: string) => chromiumProxy(parsePacResult(routes), origin);

describe('the proxy of a web window', () => {
  test('reaches only the server where the app takes no proxy', () => {
    for (const [origin, host] of [
      ['https://10.0.4.7', '10.0.4.7:443'],
      ['http://vms.example:8080', 'vms.example:8080'],
      ['http://[::1]', '[::1]:80'],
    ] as const)
      expect(proxyOf('DIRECT', origin), origin).toEqual({
        mode: 'fixed_servers',
        proxyRules: 'socks5://127.0.0.1:9',
        proxyBypassRules: `<-loopback>;${host}`,
      });
  });

  test('is the one of the app, with its alternatives in order, also for this computer', () => {
    const bypass = { mode: 'fixed_servers', proxyBypassRules: '<-loopback>' };
    expect(proxyOf('PROXY a:3128', 'http://127.0.0.1')).toEqual({ ...bypass, proxyRules: 'http://a:3128' });
    expect(proxyOf('PROXY a:3128; SOCKS5 [::1]:1080; DIRECT', 'https://b')).toEqual({
      ...bypass,
      proxyRules: 'http://a:3128,socks5://[::1]:1080,direct://',
    });
  });
});
