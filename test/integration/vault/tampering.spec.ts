import { randomBytes } from 'node:crypto';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Token } from '../../../main/token/token.ts';
import { newDataKey } from '../../../main/vault/crypto/data-key.ts';
import { keyCheckValue, withMac, withoutMac } from '../../../main/vault/crypto/envelope-mac.ts';
import { fromPassphrase } from '../../../main/vault/crypto/key-sources.ts';
import { sealUnderPassphrase } from '../../../main/vault/crypto/passphrase-slot.ts';
import { sealRecord } from '../../../main/vault/crypto/record.ts';
import type { Envelope } from '../../../main/vault/crypto/vault-schema.ts';
import { filesHolding, holds } from '../../support/canary.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { noteMeasured } from '../../support/measured.ts';
import { FakeCipher } from '../../support/vault/fake-cipher.ts';
import { envelopeIn, found, plant, tokenOf, vaultIn } from '../../support/vault/opened-vault.ts';

const [profile, other] = [sampleProfile({ name: 'One' }), sampleProfile({ name: 'Two' })];

/** A folder with a vault of two tokens and no backup, and its keyring. */
async function keptVault() {
  const folder = await freshFolder();
  const cipher = new FakeCipher();
  const vault = vaultIn(folder, cipher);
  await Promise.all([vault.keep(profile, tokenOf('a')), vault.keep(other, tokenOf('b'))]);
  await vault.close();
  await rm(join(folder, 'vault.json.bak'), { force: true });
  return { folder, cipher };
}

/** The tokens of the two profiles in a vault opened from this folder. */
async function opened(folder: string, cipher: FakeCipher): Promise<readonly [string, string, string]> {
  const vault = vaultIn(folder, cipher);
  const { kind } = await vault.open();
  return [kind, found(vault, profile), found(vault, other)];
}

describe('a modified vault', () => {
  test('never gives a wrong token and never crashes, whichever of its bytes is changed', {
    tags: ['row-77'],
    timeout: 120_000,
  }, async () => {
    const { folder, cipher } = await keptVault();
    const path = join(folder, 'vault.json');
    const whole = await readFile(path);
    const outcomes = new Set<string>();
    const wrong: unknown[] = [];
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Buffer.from(whole);
      flipped[at] = (whole[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(path, flipped);
      const [kind, one, two] = await opened(folder, cipher);
      outcomes.add(kind);
      const isHarmless = ['unreadable', 'none', 'a'.repeat(64)].includes(one);
      const isHarmlessToo = ['unreadable', 'none', 'b'.repeat(64)].includes(two);
      const isUntouched = flipped.equals(await readFile(path));
      if (!isHarmless || !isHarmlessToo || !isUntouched) wrong.push({ at, kind, one, two, isUntouched });
    }
    expect(wrong).toEqual([]);
    // Every byte of the file matters.
    expect(outcomes).not.toContain('ok');
    expect(outcomes).not.toContain('missing');
  });

  test('is replaced by its backup, whichever of its bytes is changed', { tags: ['row-77'] }, async () => {
    const { folder, cipher } = await keptVault();
    const path = join(folder, 'vault.json');
    const whole = await readFile(path);
    for (let at = 0; at < whole.length; at += 23) {
      const flipped = Buffer.from(whole);
      flipped[at] = (whole[at] ?? 0) ^ 0x02;
      await writeFile(path, flipped);
      await writeFile(`${path}.bak`, whole);
      const [kind, one, two] = await opened(folder, cipher);
      if (kind === 'newer') continue;
      expect([kind, one, two], `byte ${at}`).toEqual(['restored', 'a'.repeat(64), 'b'.repeat(64)]);
    }
  });

  test('with exchanged records opens none of them', { tags: ['row-78'] }, async () => {
    const { folder, cipher } = await keptVault();
    const envelope = await envelopeIn(folder);
    const [one, two] = envelope.records.map(({ pid }) => pid).reverse();
    const swapped = envelope.records.map((record, at) => ({ ...record, pid: at === 0 ? one : two }));
    await plant(folder, { ...envelope, records: swapped });
    expect(await opened(folder, cipher)).toEqual(['unreadable', 'unreadable', 'unreadable']);
  });

  const changes: Readonly<Record<string, (envelope: Envelope) => object>> = {
    'a record less': ({ records }) => ({ records: records.slice(1) }),
    'a 4-byte tag': ({ records }) => ({ records: records.map((record) => ({ ...record, tag: 'AAAAAA==' })) }),
    'a slot more': ({ slots }) => ({ slots: [...slots, ...slots] }),
    'an earlier generation': () => ({ gen: 1_000 }),
    'no records': () => ({ records: [] }),
  };
  for (const [what, change] of Object.entries(changes)) {
    test(`with ${what} is detected`, async () => {
      const { folder, cipher } = await keptVault();
      const envelope = await envelopeIn(folder);
      await plant(folder, { ...envelope, ...change(envelope) });
      expect(await opened(folder, cipher)).toEqual(['unreadable', 'unreadable', 'unreadable']);
    });
  }

  test('with a record sealed for another profile with the same key does not open it', async () => {
    const { folder, cipher } = await keptVault();
    const envelope = await envelopeIn(folder);
    const [slot] = envelope.slots;
    const wrapped = slot?.type === 'os' ? slot.wrapped : '';
    const { text } = await cipher.unwrap(Buffer.from(wrapped, 'base64'));
    const key = Buffer.from(text, 'base64');
    const evil = sampleProfile({ ...profile, address: { origin: 'https://evil.example', basePath: '' } });
    const records = [sealRecord(key, envelope.vaultId, evil, 'token', 'e'.repeat(64))];
    await plant(folder, withMac(key, { ...withoutMac(envelope), records }));
    expect(await opened(folder, cipher)).toEqual(['ok', 'unreadable', 'none']);
  });

  test('with any content opens without a crash', async () => {
    const { folder, cipher } = await keptVault();
    const whole = await readFile(join(folder, 'vault.json'), 'utf8');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(40), fc.string(), async (at, cut, put) => {
        await writeFile(join(folder, 'vault.json'), whole.slice(0, at) + put + whole.slice(at + cut));
        const [, one, two] = await opened(folder, cipher);
        expect(['unreadable', 'none', 'a'.repeat(64)]).toContain(one);
        expect(['unreadable', 'none', 'b'.repeat(64)]).toContain(two);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the vault files', () => {
  test('contain no token and no key in any encoding, whatever happens', {
    tags: ['row-111'],
  }, async () => {
    const folder = await freshFolder();
    const cipher = new FakeCipher();
    const canaries = Array.from({ length: 4 }, () => randomBytes(32).toString('hex'));
    const [one = '', two = '', three = '', four = ''] = canaries;
    const keys: string[] = [];
    const wrap = cipher.wrap.bind(cipher);
    cipher.wrap = (text) => {
      keys.push(text);
      return wrap(text);
    };
    const vault = vaultIn(folder, cipher);
    await vault.keep(profile, new Token(one));
    await vault.keep(other, new Token(two));
    await vault.keep(profile, new Token(three));
    await vault.forget(other.id);
    await copyFile(join(folder, 'vault.json'), join(folder, 'copy'));
    await writeFile(join(folder, 'vault.json'), 'junk');
    cipher.stale = true;
    const again = vaultIn(folder, cipher);
    expect(await again.open()).toMatchObject({ kind: 'restored' });
    await again.keep(other, new Token(four));
    expect((await readdir(folder)).length).toBeGreaterThan(3);
    expect(keys, 'the key was wrapped twice').toHaveLength(2);
    const hits = await Promise.all([...canaries, ...keys].map((secret) => filesHolding(folder, secret)));
    noteMeasured(`canary hits: ${hits.flat().length}`);
    expect(hits.flat()).toEqual([]);
    const key = Buffer.from(keys[0] ?? '', 'base64');
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name));
      expect(bytes.includes(key) || bytes.includes(key.toString('hex')), name).toBe(false);
    }
    await writeFile(join(folder, 'leak'), `x${one}x`);
    expect(await filesHolding(folder, one), 'the search does find one').toHaveLength(1);
    await rm(join(folder, 'leak'));
  });

  test('reveal nothing of a token in status and messages', async () => {
    const { folder, cipher } = await keptVault();
    const vault = vaultIn(folder, cipher);
    const said = [
      await vault.open(),
      vault.find(profile),
      vault.storage,
      vault,
      await vault.forget(profile.id),
    ];
    expect(holds(JSON.stringify(said), 'a'.repeat(64))).toBe(false);
  });
});

describe('a file with many slots under a passphrase', () => {
  test('costs the time of two of them and no more', async () => {
    const { folder } = await keptVault();
    const envelope = await envelopeIn(folder);
    const key = newDataKey();
    const right = await sealUnderPassphrase(key, envelope.vaultId, 'seven calm cranes');
    const wrong = { ...right, kdf: { ...right.kdf, N: 2 ** 15 } } as const;
    const kcv = keyCheckValue(key, envelope.vaultId);
    const openedBy = async (...slots: Envelope['slots']) =>
      (await fromPassphrase('seven calm cranes')({ ...envelope, kcv, slots })).kind;
    expect(await openedBy(wrong, right)).toBe('key');
    expect(await openedBy(wrong, wrong, right), 'not even looked at').toBe('passphrase-wrong');
  });
});
