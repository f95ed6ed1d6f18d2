import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sidesIn } from '../../support/files/kept-lines.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { FakeCipher } from '../../support/vault/fake-cipher.ts';
import { bytesIn, envelopeIn, found, plant, tokenOf, vaultIn } from '../../support/vault/opened-vault.ts';

const [one, two, three] = [sampleProfile(), sampleProfile(), sampleProfile()];
const besides = (names: readonly string[]) => names.filter((name) => !/^vault\.json(\.bak)?$/.test(name));

/** A vault of three tokens, replaced by its first generation with one token. */
async function rolledBack() {
  const folder = await freshFolder();
  const cipher = new FakeCipher();
  const vault = vaultIn(folder, cipher);
  await vault.keep(one, tokenOf('a'));
  const copy = join(await freshFolder(), 'copy');
  await copyFile(join(folder, 'vault.json'), copy);
  await vault.keep(two, tokenOf('b'));
  await vault.keep(three, tokenOf('c'));
  await vault.close();
  await copyFile(copy, join(folder, 'vault.json'));
  cipher.asked.length = 0;
  return { folder, cipher };
}

describe('a vault that was copied back from an older copy', { tags: ['row-81'] }, () => {
  test('is replaced by its newer backup with its tokens, and quarantined', async () => {
    const { folder, cipher } = await rolledBack();
    const old = await bytesIn(folder);
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toMatchObject({
      kind: 'restored',
      why: 'older',
      keptAs: expect.stringContaining('.older-'),
    });
    expect([one, two, three].map((profile) => found(vault, profile))).toEqual([
      'a'.repeat(64),
      'b'.repeat(64),
      'none',
    ]);
    const [aside = ''] = besides(await sidesIn(folder));
    expect(await bytesIn(folder, aside)).toEqual(old);
    expect(await vault.keep(three, tokenOf('d'))).toEqual({ ok: true, value: 'sealed' });
    expect((await envelopeIn(folder)).gen, 'and it counts on from there').toBe(3);
    expect(cipher.asked.filter((asked) => asked === 'unwrap').length).toBeLessThanOrEqual(1);
  });

  test('stays in use if its backup only claims to be newer', async () => {
    const { folder, cipher } = await rolledBack();
    const backup = await envelopeIn(folder, 'vault.json.bak');
    await plant(folder, { ...backup, gen: 99 }, 'vault.json.bak');
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toEqual({ kind: 'ok' });
    expect(found(vault, one)).toBe('a'.repeat(64));
    expect(found(vault, two)).toBe('none');
    expect(besides(await sidesIn(folder))).toEqual([]);
  });
});
