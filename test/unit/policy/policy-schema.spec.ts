import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choices, type Settings } from '../../../contract/settings.ts';
import { noPolicy } from '../../../main/policy/policy.ts';
import { policyNames, policySettings } from '../../../main/policy/policy-names.ts';
import { readPolicy } from '../../../main/policy/policy-schema.ts';
import { issue, printOf } from '../../support/servers/small-authority.ts';

const authority = issue('Corporate CA', { ca: true }).cert;
const server = issue('ff1.corp').cert;
const ca = printOf(authority);

const whole = {
  version: 1,
  defaults: { language: 'ru', checkEveryMinutes: 15, lockAfterIdleMinutes: null },
  locked: {
    clearAfterSeconds: 10,
    savePasswords: false,
    updates: 'download',
    autoLogoutForNew: 28_800,
    updateSource: 'https://mirror.corp/ffsm/',
  },
  authorities: [authority],
  servers: [
    {
      address: 'https://ff1.corp',
      name: 'Airport T2',
      userName: 'operator',
      tags: ['T2'],
      environment: 'production',
      trust: { ca: ca.toUpperCase().replace(/..(?=.)/g, '$&:') },
      proxy: 'http://10.0.0.1:3128',
    },
    { address: 'http://10.0.4.7:8080/api/' },
    { address: 'https://ff2.corp', trust: { pin: ca } },
  ],
  lockServers: true,
};

const read = (content: unknown) => readPolicy(JSON.stringify(content));
const where = (change: object) => {
  const found = read({ ...whole, ...change });
  return found.kind === 'broken' ? found.where : found;
};
const oneServer = (change: object) => where({ servers: [{ address: 'https://ff1.corp', ...change }] });

describe('a policy', () => {
  test('is read with everything it can hold', () => {
    expect(read(whole)).toEqual({
      kind: 'policy',
      policy: {
        defaults: { settings: { language: 'ru', checkEveryMinutes: 15, lockAfterIdleMinutes: null } },
        locked: {
          settings: {
            clearAfterSeconds: 10,
            savePasswords: false,
            updates: 'download',
            leaseForNew: 28_800,
          },
          updateSource: 'https://mirror.corp/ffsm/',
        },
        authorities: [{ fingerprint: ca, pem: authority }],
        servers: [
          {
            address: { origin: 'https://ff1.corp', basePath: '' },
            name: 'Airport T2',
            userName: 'operator',
            tags: ['T2'],
            environment: 'production',
            trust: { mode: 'ca', fingerprint: ca },
            proxy: { mode: 'fixed', url: 'http://10.0.0.1:3128' },
          },
          {
            address: { origin: 'http://10.0.4.7:8080', basePath: '/api' },
            ...{ name: null, userName: null, tags: null, environment: null, trust: null, proxy: null },
          },
          {
            address: { origin: 'https://ff2.corp', basePath: '' },
            ...{ name: null, userName: null, tags: null, environment: null, proxy: null },
            trust: { mode: 'pin', fingerprint: ca },
          },
        ],
        lockServers: true,
      },
    });
  });

  test('may be as short as its version, and begin with a byte order mark', () => {
    expect(readPolicy('\ufeff{ "version": 1 }')).toMatchObject({ kind: 'policy' });
  });

  test('takes every value that is offered for a setting, and no other', () => {
    for (const name of policySettings) {
      for (const value of choices[name]) {
        expect(read({ version: 1, locked: { [policyNames[name]]: value } })).toMatchObject({
          kind: 'policy',
          policy: { locked: { settings: { [name]: value } } },
        });
      }
      expect(where({ defaults: { [policyNames[name]]: 'pink' } })).toBe(`defaults.${policyNames[name]}`);
    }
  });

  test('leaves to people only how the list is arranged', () => {
    const left = (Object.keys(choices) as (keyof Settings)[]).filter(
      (name) => !(policySettings as readonly string[]).includes(name),
    );
    expect(left).toEqual(['sortOrder', 'showDetails']);
    expect(where({ locked: { sortOrder: 'name' } })).toBe('locked.sortOrder');
  });
});

describe('a policy with one mistake', () => {
  test('is void as a whole, and says at which key', () => {
    expect(where({ version: 2 })).toBe('version');
    expect(where({ version: undefined })).toBe('version');
    expect(where({ lock: {} })).toBe('lock');
    expect(where({ locked: { clearAfterSecond: 10 } })).toBe('locked.clearAfterSecond');
    expect(where({ locked: { clearAfterSeconds: 11 } })).toBe('locked.clearAfterSeconds');
    expect(where({ locked: { clearAfterSeconds: '10' } })).toBe('locked.clearAfterSeconds');
    expect(where({ locked: { leaseForNew: 900 } })).toBe('locked.leaseForNew');
    expect(where({ lockServers: 'yes' })).toBe('lockServers');
    for (const part of ['defaults', 'locked']) expect(where({ [part]: [] })).toBe(part);
    expect(where({ servers: {} })).toBe('servers');
  });

  test('such as an address that would be changed, says of which server', () => {
    for (const address of [
      '',
      'ff1.corp',
      'https://ff1.corp/somewhere',
      'https://ff1.corp:443',
      'https://user@ff1.corp',
      'ftp://ff1.corp',
      'https://ff1.corp?a=b',
    ])
      expect(oneServer({ address }), address).toBe('servers.0.address');
    for (const empty of ['name', 'userName']) expect(oneServer({ [empty]: '' })).toBe(`servers.0.${empty}`);
    expect(oneServer({ userName: 'a:b' })).toBe('servers.0');
    expect(oneServer({ tags: ['x'.repeat(41)] })).toBe('servers.0');
    expect(oneServer({ password: 'secret' })).toBe('servers.0.password');
    expect(oneServer({ environment: 'staging' })).toBe('servers.0.environment');
    expect(oneServer({ proxy: 'http://user:secret@proxy:3128' })).toBe('servers.0.proxy');
    expect(oneServer({ trust: { ca: 'a'.repeat(64) } })).toBe('servers.0.trust.ca');
    expect(oneServer({ trust: { ca, pin: ca } })).toBe('servers.0.trust');
    expect(oneServer({ trust: 'none' })).toBe('servers.0.trust');
  });

  test('such as a server that is there twice, says which', () => {
    const twice = { address: 'https://ff1.corp', userName: 'operator' };
    expect(where({ servers: [twice, { ...twice, userName: 'other' }] })).toMatchObject({ kind: 'policy' });
    expect(where({ servers: [twice, { ...twice, address: 'https://FF1.corp/', name: 'Again' }] })).toBe(
      'servers.1',
    );
  });

  test('such as a certificate that is none of a CA, or a private key, says which', () => {
    const { key: secret } = issue('other');
    expect(secret).toContain('PRIVATE KEY');
    for (const found of [server, 'junk', `${authority}${secret}`, `${authority}${authority}`])
      expect(where({ authorities: [authority, found] })).toBe('authorities.1');
  });

  test('such as an update source that is neither a URL nor a folder, says so', () => {
    const folder = process.platform === 'win32' ? '\\\\server\\updates' : '/srv/updates';
    for (const updateSource of ['https://mirror.corp', folder, null])
      expect(where({ locked: { updateSource } }), String(updateSource)).toMatchObject({ kind: 'policy' });
    for (const updateSource of [
      'mirror.corp',
      'ftp://mirror.corp',
      'https://user:secret@mirror.corp',
      'file:///srv',
      '',
    ])
      expect(where({ locked: { updateSource } }), updateSource).toBe('locked.updateSource');
  });

  test('never shows a value, or more than a line', () => {
    const found = where({ locked: { ['\u202e\n'.repeat(50) + 'x'.repeat(500)]: 'secret' } });
    expect(found).toMatch(/^[\w. ]{1,80}$/);
    expect(where({ locked: { updateSource: 'secret' } })).not.toContain('secret');
  });
});

describe('a text that is no policy', () => {
  test('says that it is no JSON, and the line if that is known', () => {
    expect(readPolicy('{\n"version": 1\n"locked": {}\n}')).toEqual({ kind: 'broken', where: 'JSON:3' });
    for (const text of ['', '{', 'version: 1', '{"version":1,}', '\ufffe{"version":1}', 'null', '[]', '"x"'])
      expect(readPolicy(text), text).toMatchObject({ kind: 'broken', where: expect.stringMatching(/^JSON/) });
  });

  test('because a key is there twice, does not silently lose the first', () => {
    const twice = '{"version":1,"locked":{"savePasswords":false},"locked":{}}';
    expect(readPolicy(twice)).toEqual({ kind: 'broken', where: 'locked' });
    const escaped = '{"version":1,"locked":{"updates":"off","\\u0075pdates":"check"}}';
    expect(readPolicy(escaped)).toEqual({ kind: 'broken', where: 'updates' });
    const inText = '{"version":1,"servers":[{"address":"https://a","name":"{\\"name\\":1,\\"name\\":2}"}]}';
    expect(readPolicy(inText)).toMatchObject({ kind: 'policy' });
  });

  test('because of keys that change prototypes, is refused', () => {
    for (const key of ['__proto__', 'constructor', 'toString'])
      expect(readPolicy(`{"version":1,"locked":{"${key}":{"savePasswords":false}}}`)).toEqual({
        kind: 'broken',
        where: `locked.${key}`,
      });
  });

  test('because of its depth or its length, is refused in a moment', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ]) {
      const deep = `${open?.repeat(150_000)}1${close?.repeat(150_000)}`;
      expect(readPolicy(deep)).toMatchObject({ kind: 'broken' });
      expect(readPolicy(`{"version":1,"locked":${deep}}`)).toMatchObject({ kind: 'broken' });
    }
    expect(where({ servers: Array(1_001).fill({ address: 'https://a' }) })).toBe('servers');
    expect(where({ authorities: Array(101).fill(authority) })).toBe('authorities');
    expect(readPolicy('"'.repeat(1_000_000))).toMatchObject({ kind: 'broken' });
    expect(readPolicy(`{"version":1,"x":"${'\\\\'.repeat(500_000)}"}`)).toEqual({
      kind: 'broken',
      where: 'x',
    });
  });

  test('never throws and is never half a policy, whatever it is', () => {
    const part = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record(
          { version: fc.constant(1), locked: fc.anything(), servers: fc.anything() },
          { requiredKeys: ['version'] },
        )
        .map((raw) => JSON.stringify(raw) ?? ''),
    );
    fc.assert(
      fc.property(part, (text) => {
        const found = readPolicy(text);
        const { locked, servers } = found.kind === 'policy' ? found.policy : noPolicy;
        for (const [name, value] of Object.entries(locked.settings))
          expect(choices[name as keyof Settings] as readonly unknown[]).toContain(value);
        for (const { address } of servers) expect(address.origin).toMatch(/^https?:/);
      }),
    );
  });
});
