import { describe, expect, test } from 'vitest';
import { readPostman } from '../../../../main/transfer/formats/postman.ts';

const environment = (name: string, values: Readonly<Record<string, unknown>>) => ({
  id: 'e1',
  name,
  values: Object.entries(values).map(([key, value]) => ({ key, value, type: 'default', enabled: true })),
  _postman_variable_scope: 'environment',
});

describe('an environment of Postman', () => {
  test('becomes a server, under the names that people give variables', () => {
    for (const [address, userName] of [
      ['baseUrl', 'username'],
      ['base_url', 'user'],
      ['HOST', 'Login'],
      ['server', 'user_name'],
      ['url', 'login'],
    ] as const) {
      const list = readPostman(
        environment('Airport', { [address]: 'https://10.0.4.7', [userName]: 'ivanov' }),
      );
      expect(list?.items, address).toMatchObject([
        { address: 'https://10.0.4.7', userName: 'ivanov', name: 'Airport', tags: null, environment: null },
      ]);
    }
  });

  test('has its variables filled into each other, and switched-off ones left out', () => {
    const raw = environment('A', {
      host: '10.0.4.7',
      port: 8443,
      url: 'https://{{host}}:{{port}}/',
      user: 'b',
    });
    expect(readPostman(raw)?.items).toMatchObject([{ address: 'https://10.0.4.7:8443/' }]);
    const off = raw.values.map((value) => (value.key === 'url' ? { ...value, enabled: false } : value));
    expect(readPostman({ ...raw, values: off })?.items).toMatchObject([{ address: '10.0.4.7' }]);
  });

  test('never gives up a password or token, not even through another variable, but says that there was one', () => {
    const raw = environment('A', {
      url: 'https://10.0.4.7/?t={{authToken}}',
      user: '{{user_password}}',
      authToken: 'bird-of-song',
      user_password: 'bird-of-song',
    });
    const list = readPostman(raw);
    expect(list?.secretsLeftOut).toBe(true);
    expect(JSON.stringify(list)).not.toContain('bird-of-song');

    const hidden = environment('A', { url: 'https://10.0.4.7', user: 'ivanov' });
    const marked = hidden.values.map((value) =>
      value.key === 'user' ? { ...value, type: 'secret' } : value,
    );
    expect(readPostman({ ...hidden, values: marked })).toMatchObject({
      secretsLeftOut: true,
      items: [{ userName: '' }],
    });
    expect(readPostman(hidden)?.secretsLeftOut).toBe(false);
  });

  test('is found among others in a dump, and nowhere else', () => {
    const dump = {
      version: 1,
      environments: [environment('A', { url: 'a' }), environment('B', { url: 'b' })],
    };
    expect(readPostman(dump)?.items.map(({ name }) => name)).toEqual(['A', 'B']);
    for (const raw of [null, [], {}, { values: {} }, { values: [{ value: 1 }] }, { environments: [] }])
      expect(readPostman(raw)).toBeNull();
  });
});
