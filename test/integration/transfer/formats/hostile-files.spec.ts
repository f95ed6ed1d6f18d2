import { describe, expect, test } from 'vitest';
import { sealBackup } from '../../../../main/transfer/formats/backup-seal.ts';
import { readFile } from '../../../../main/transfer/formats/detect.ts';
import { ownListText } from '../../../../main/transfer/formats/own-list.ts';
import { sampleProfile } from '../../../support/fixtures/profile.ts';

const verdict = async (content: string | Uint8Array) => {
  const result = await readFile(typeof content === 'string' ? Buffer.from(content) : content);
  return result.ok ? result.value.kind : result.problem.code;
};
const entryOf = (more: object) => ({
  ...{ name: 'A', address: '10.0.4.7', userName: 'b', tags: [], environment: 'none', favourite: false },
  ...more,
});
const handOver = (more: object) =>
  JSON.stringify({ fmt: 'ffsm-hand-over', v: 1, minReader: 1, profiles: [entryOf({})], ...more });

describe('a file from a stranger', () => {
  test('is read if it is one of ours', async () => {
    expect(await verdict(ownListText([sampleProfile()], true))).toBe('list');
    expect(await verdict(`\uFEFF${handOver({})}`)).toBe('list');
  });

  test('that is binary or empty gives one problem', { tags: ['row-110'] }, async () => {
    expect(await verdict(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe(
      'import-not-text',
    );
    expect(await verdict(Buffer.from('\uFEFFaddress,user\n10.0.4.7,a', 'utf16le'))).toBe('import-not-text');
    expect(await verdict(Buffer.from('address,user\n10.0.4.7,a', 'utf16le'))).toBe('import-not-text');
    expect(await verdict(Buffer.from('адрес,имя\n', 'utf16le').subarray(1))).toBe('import-not-text');
    expect(await verdict(Buffer.from([0xe0, 0xe4, 0xf0, 0xe5, 0xf1, 0x0a])), 'Windows-1251').toBe(
      'import-not-text',
    );
    expect(await verdict('')).toBe('import-empty');
    expect(await verdict(' \n\t ')).toBe('import-empty');
  });

  test('of another format gives one problem', { tags: ['row-110'] }, async () => {
    expect(await verdict('<!doctype html><html><body>address,user</body></html>')).toBe('import-unknown');
    expect(await verdict('<?xml version="1.0"?><address/>')).toBe('import-unknown');
    expect(await verdict('just a letter')).toBe('import-unknown');
    expect(await verdict('{}')).toBe('import-unknown');
    expect(await verdict('[1,2,3]')).toBe('import-unknown');
    expect(await verdict(JSON.stringify({ fmt: 'ffsm-vault', v: 1, minReader: 1 }))).toBe('import-unknown');
  });

  test('that is truncated anywhere gives one problem', { tags: ['row-110'] }, async () => {
    const whole = ownListText([sampleProfile()], true).trimEnd();
    for (let end = 1; end < whole.length; end += 1)
      expect(await verdict(whole.slice(0, end))).toBe('import-broken');
    const backup = JSON.stringify(await sealBackup('{}', 'correct horse'));
    for (let end = 1; end < backup.length; end += 7)
      expect(await verdict(backup.slice(0, end))).toBe('import-broken');
  });

  test('with anything unexpected gives one problem', { tags: ['row-110'] }, async () => {
    for (const content of [
      handOver({ more: 1 }),
      handOver({ profiles: 'many' }),
      handOver({ profiles: [entryOf({ token: 'a' })] }),
      handOver({ profiles: [entryOf({ deviceId: 'a' })] }),
      handOver({ profiles: [entryOf({ pin: 'ab' })] }),
      handOver({ profiles: [entryOf({ environment: 'moon' })] }),
      handOver({ profiles: [entryOf({ name: 'x'.repeat(5_001) })] }),
      handOver({ profiles: [null] }),
      handOver({ v: 0 }),
      handOver({}).replace('"name"', '"__proto__":{"admin":true},"name"'),
      handOver({}).replace('"name"', '"constructor":{"prototype":1},"name"'),
      handOver({}).replace('"name"', '"__proto\\u005f_":1,"name"'),
    ])
      expect(await verdict(content), content.slice(0, 120)).toBe('import-broken');
    // Only some fields of Postman files are read, so only the dangerous key makes them invalid.
    const postman = JSON.stringify({ values: [{ key: 'url', value: '10.0.4.7' }] });
    expect(await verdict(postman)).toBe('list');
    expect(await verdict(postman.replace('"key"', '"__proto__":{"admin":true},"key"'))).toBe('import-broken');
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
    expect(await verdict(handOver({ profiles: [] }))).toBe('import-empty');
    expect(await verdict(handOver({ v: 2 }))).toBe('import-newer');
    expect(await verdict(JSON.stringify({ fmt: 'ffsm-backup', v: 3 }))).toBe('import-newer');
  });

  test('with endless nesting or repetition gives one problem', {
    tags: ['row-110'],
  }, async () => {
    expect(await verdict('['.repeat(1_000_000))).toBe('import-broken');
    expect(await verdict(`{"values":${'['.repeat(500_000)}${']'.repeat(500_000)}}`)).toBe('import-broken');
    const rows = Array.from({ length: 100_000 }, (_, at) => `10.0.4.7,user${at},Name ${at}`);
    expect(await verdict(['address,user,name', ...rows].join('\n'))).toBe('import-too-many');
    expect(await verdict(`address,user\n"${'x'.repeat(5_000_000)}`)).toBe('csv-broken');
    expect(await verdict(`address,user\n${'"'.repeat(1_000_001)}`)).toBe('csv-broken');
    expect(await verdict(handOver({ profiles: Array(10_001).fill(entryOf({})) }))).toBe('import-too-many');
    expect(await verdict(`address,user${',x'.repeat(1_000_000)}\n1,2`)).toBe('import-unknown');
  });
});
