import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { choices } from '../../../contract/settings.ts';
import { policyNames, policySettings } from '../../../main/policy/policy-names.ts';
import { readPolicy } from '../../../main/policy/policy-schema.ts';
import { policySchema } from '../../../scripts/policy/json-schema.ts';
import { policyFiles } from '../../../scripts/policy/policy-files.ts';
import { issue, printOf } from '../../support/servers/small-authority.ts';

const docs = join(import.meta.dirname, '../../../docs');
const managed = readFileSync(join(docs, 'managed.md'), 'utf8');
const files = policyFiles();
const admx = files['FindFaceSessionManager.admx'] ?? '';

/** The elements that are not closed, or closed by another. */
function unclosed(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [, close, name = '', empty] of xml.matchAll(/<(\/?)([A-Za-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close === '') {
      if (empty === '') open.push(name);
    } else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}

describe('the files for administrators', () => {
  test('are those that `npx tsx scripts/policy.ts` writes', () => {
    for (const [name, content] of Object.entries(files))
      expect(readFileSync(join(docs, 'policy', name), 'utf8'), name).toBe(content);
  });

  test('explain every setting that a policy can decide, with all its values', () => {
    for (const name of policySettings) {
      const row = managed
        .split('\n')
        .find((line) => line.startsWith('|') && line.includes(`\`${policyNames[name]}\``));
      expect(row, name).toBeDefined();
      for (const value of choices[name]) expect(row, name).toContain(`\`${JSON.stringify(value)}\``);
    }
  });

  test('show an example that the app reads', () => {
    const examples = [...managed.matchAll(/```json\n(.*?)```/gs)].map((match) => match[1] ?? '');
    expect(examples).toHaveLength(1);
    expect(readPolicy(examples[0] ?? '')).toMatchObject({ kind: 'policy', policy: { lockServers: true } });
  });
});

describe('the JSON schema', () => {
  const accepts = new Ajv2020().compile(policySchema());
  const authority = issue('Corporate', { ca: true }).cert;
  const servers = [{ address: 'https://ff1.corp', trust: { ca: printOf(authority) }, proxy: 'direct' }];
  const good = [
    { version: 1 },
    { $schema: 'policy.schema.json', version: 1, lockServers: true },
    {
      version: 1,
      defaults: { updateSource: null },
      locked: { clearAfterSeconds: null, savePasswords: false },
    },
    { version: 1, authorities: [authority], servers },
  ];
  const bad = [
    {},
    [],
    { version: 2 },
    { version: 1, lock: {} },
    { version: 1, locked: { clearAfterSecond: 10 } },
    { version: 1, locked: { clearAfterSeconds: 11 } },
    { version: 1, locked: { leaseForNew: 900 } },
    { version: 1, authorities: ['junk'] },
    { version: 1, servers: [{}] },
    { version: 1, servers: [{ address: 'ff1.corp' }] },
    { version: 1, servers: [{ address: 'https://ff1.corp', password: 'secret' }] },
    {
      version: 1,
      servers: [{ address: 'https://ff1.corp', trust: { ca: 'a'.repeat(64), pin: 'a'.repeat(64) } }],
    },
  ];

  test('accepts what the app accepts, and refuses what it refuses', () => {
    for (const policy of good) {
      expect(accepts(policy), JSON.stringify(policy)).toBe(true);
      expect(readPolicy(JSON.stringify(policy))).toMatchObject({ kind: 'policy' });
    }
    for (const policy of bad) {
      expect(accepts(policy), JSON.stringify(policy)).toBe(false);
      expect(readPolicy(JSON.stringify(policy))).toMatchObject({ kind: 'broken' });
    }
  });
});

describe('the template for group policies', () => {
  test('is well-formed, as are its texts', () => {
    for (const [name, content] of Object.entries(files))
      if (!name.endsWith('.json')) expect(unclosed(content), name).toEqual([]);
    expect(unclosed('<a><b></a></b>')).not.toEqual([]);
  });

  test('finds every text and every presentation in each language', () => {
    const used = (kind: string) =>
      [...admx.matchAll(new RegExp(`\\$\\(${kind}\\.([^)]+)\\)`, 'g'))].map((match) => match[1]);
    for (const language of ['en-US', 'ru-RU', 'es-ES']) {
      const adml = files[`${language}/FindFaceSessionManager.adml`] ?? '';
      for (const id of used('string')) expect(adml).toContain(`<string id="${id}">`);
      for (const id of used('presentation')) expect(adml).toContain(`<presentation id="${id}">`);
      expect(adml).not.toMatch(/undefined|\{\{/);
    }
  });

  test('sets every setting as a default and as a locked one, under the names that the app reads', () => {
    for (const name of policySettings)
      for (const group of ['Defaults', 'Locked']) {
        const id = `${group}_${policyNames[name]}`;
        const [policy = ''] = new RegExp(`<policy name="${id}".*?</policy>`, 's').exec(admx) ?? [];
        expect(policy, id).toContain(`key="Software\\Policies\\FindFace Session Manager\\${group}"`);
        expect(policy, id).toContain(`valueName="${policyNames[name]}"`);
      }
    expect(admx).toContain('valueName="lockServers"');
  });
});
