import dns, { type LookupAddress } from 'node:dns';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/headless-app.ts';

const name = 'findface.several.test';

/** Resolves every name to these addresses in this process; returns the function that undoes it. */
function resolveTo(addresses: readonly string[]): () => void {
  const usual = dns.lookup;
  const found: LookupAddress[] = addresses.map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }));
  const lookup = (
    host: string,
    options: dns.LookupOptions,
    callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    if (host !== name) usual(host, options, callback as never);
    else if (options.all === true) process.nextTick(callback, null, found);
    else process.nextTick(callback, null, found[0]?.address, found[0]?.family);
  };
  Object.assign(dns, { lookup });
  return () => void Object.assign(dns, { lookup: usual });
}

const dead = ['127.0.0.2', '::1', '127.0.0.3'] as const;

describe('a name with several addresses', { tags: ['row-43'] }, () => {
  for (const first of [dead.slice(0, 1), dead.slice(1, 2), dead]) {
    test(`is reached although ${first.join(' and ')} do not respond, with one request`, async ({
      app,
      server,
    }) => {
      const restore = resolveTo([...first, '127.0.0.1']);
      try {
        const id = await app.add({ address: `http://${name}:${server.port}` }, operator.password);
        expect(app.row(id).session.phase).toBe('active');
        expect(server.count('POST /auth/login/')).toBe(1);
        expect(server.requests.map(({ headers }) => headers.host)).toEqual([`${name}:${server.port}`]);
      } finally {
        restore();
      }
    });
  }

  test('is unreachable if none of them responds', async ({ app, server }) => {
    const restore = resolveTo(dead);
    try {
      const id = await app.add({ address: `http://${name}:${server.port}` });
      const result = await app.parts.logins.login(id, operator.password, null);
      expect(result).toMatchObject({ ok: false, problem: { code: 'server-unreachable', reason: 'refused' } });
      expect(server.requests).toEqual([]);
    } finally {
      restore();
    }
  });
});
