import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '../../../contract/profiles/profile.ts';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { Token } from '../../../main/token/token.ts';
import { type Envelope, vaultFormat } from '../../../main/vault/crypto/vault-schema.ts';
import { Vault } from '../../../main/vault/vault.ts';
import type { VaultParts } from '../../../main/vault/vault-file.ts';
import { freshFolder } from '../files/fresh-folder.ts';
import { FakeCipher } from './fake-cipher.ts';
import { lowestKdfCost } from './kdf-cost.ts';

/** A vault in a folder, not opened yet. */
export function vaultIn(folder: string, cipher: FakeCipher, parts: Partial<VaultParts> = {}): Vault {
  return new Vault({
    file: new DurableFile(join(folder, 'vault.json'), vaultFormat),
    cipher,
    kdfCost: lowestKdfCost,
    ...parts,
  });
}

/** A token for tests. */
export function tokenOf(letter: string): Token {
  return new Token(letter.repeat(64));
}

/** The token found for a profile, or the kind of result. */
export function found(vault: Vault, profile: Profile): string {
  const token = vault.find(profile);
  return token.kind === 'token' ? token.token.reveal() : token.kind;
}

/** The vault file on disk. */
export async function envelopeIn(folder: string, name = 'vault.json'): Promise<Envelope> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}

/** Overwrites the vault file. */
export async function plant(folder: string, envelope: unknown, name = 'vault.json'): Promise<void> {
  await writeFile(join(folder, name), JSON.stringify(envelope));
}

/** The bytes of the vault file or a side file. */
export async function bytesIn(folder: string, name = 'vault.json'): Promise<Buffer> {
  return readFile(join(folder, name));
}

/** A folder with a vault of two generations, with one and with two tokens, and its unused keyring. */
export async function twoGenerations(one: Profile, two: Profile) {
  const folder = await freshFolder();
  const cipher = new FakeCipher();
  const vault = vaultIn(folder, cipher);
  await vault.keep(one, tokenOf('a'));
  await vault.keep(two, tokenOf('b'));
  await vault.close();
  cipher.asked.length = 0;
  return { folder, cipher };
}
