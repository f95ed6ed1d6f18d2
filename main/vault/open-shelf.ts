import { randomUUID } from 'node:crypto';
import type { Profile, ProfileId } from '../../contract/profile.ts';
import type { Cipher } from './cipher.ts';
import { wrapKey } from './data-key.ts';
import { keyCheckValue, type Unsealed, withMac } from './envelope-proof.ts';
import type { KeyringPatience } from './keyring-patience.ts';
import { openRecord, sealRecord } from './record-sealing.ts';
import { isTokenText, Token } from './token.ts';
import type { Envelope, OsSlot, SealedRecord } from './vault-shape.ts';

/** What is known about the token of a profile. */
export type FoundToken =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/** The sealed records together with the key that opens them; only ever in memory. */
export class OpenShelf {
  readonly #dataKey: Uint8Array;
  #content: Unsealed;

  constructor(dataKey: Uint8Array, content: Unsealed) {
    this.#dataKey = dataKey;
    this.#content = content;
  }

  /** An empty shelf for a new data key. */
  static create(dataKey: Uint8Array, slot: OsSlot): OpenShelf {
    const vaultId = randomUUID();
    const kcv = keyCheckValue(dataKey, vaultId);
    const head = { fmt: 'ffsm-vault', v: 1, minReader: 1, vaultId, gen: 0, updatedAt: '' } as const;
    return new OpenShelf(dataKey, { ...head, slots: [slot], kcv, records: [] });
  }

  /** The mark of the keyring slot on this platform. */
  tag(platform: OsSlot['platform']): string {
    const slot = this.#content.slots.find((found) => found.type === 'os' && found.platform === platform);
    return slot?.type === 'os' ? slot.tag : '';
  }

  holds(id: ProfileId): boolean {
    return this.#content.records.some((record) => record.pid === id);
  }

  find(profile: Profile): FoundToken {
    const record = this.#content.records.find(({ pid, kind }) => pid === profile.id && kind === 'token');
    if (!record) return { kind: 'none' };
    const text = openRecord(this.#dataKey, this.#content.vaultId, profile, 'token', record);
    return isTokenText(text) ? { kind: 'token', token: new Token(text) } : { kind: 'unreadable' };
  }

  put(profile: Profile, token: Token): void {
    const record = sealRecord(this.#dataKey, this.#content.vaultId, profile, 'token', token.reveal());
    this.#keepRecords(({ pid, kind }) => pid !== profile.id || kind !== 'token', [record]);
  }

  remove(id: ProfileId): void {
    this.#keepRecords(({ pid }) => pid !== id);
  }

  /** Has the data key wrapped again, and says whether that worked; if not, it stays wrapped as it was. */
  async rewrap(cipher: Cipher, patience: KeyringPatience): Promise<boolean> {
    const wrapped = await wrapKey(cipher, this.#dataKey, patience);
    if (wrapped.kind !== 'slot') return false;
    const others = this.#content.slots.filter(
      (found) => found.type !== 'os' || found.platform !== cipher.platform,
    );
    this.#content = { ...this.#content, slots: [wrapped.slot, ...others] };
    return true;
  }

  /** The next generation, sealed and ready to be written. */
  nextGeneration(now: number): Envelope {
    if (this.#dataKey.every((byte) => byte === 0)) throw new Error('The shelf was wiped');
    const gen = this.#content.gen + 1;
    this.#content = { ...this.#content, gen, updatedAt: new Date(now).toISOString() };
    return withMac(this.#dataKey, this.#content);
  }

  /** Wipes the key; nothing can be opened after that. */
  wipe(): void {
    this.#dataKey.fill(0);
    this.#content = { ...this.#content, records: [] };
  }

  #keepRecords(stays: (record: SealedRecord) => boolean, more: readonly SealedRecord[] = []): void {
    this.#content = { ...this.#content, records: [...this.#content.records.filter(stays), ...more] };
  }
}
