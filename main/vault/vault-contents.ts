import { randomUUID } from 'node:crypto';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { isTokenText, Token } from '../token/token.ts';
import { keyCheckValue, type Unsealed, withMac } from './crypto/envelope-mac.ts';
import {
  type Extent,
  isWithin,
  openRecord,
  type SecretKind,
  sealRecord,
  type TokenKind,
} from './crypto/record.ts';
import type { Envelope, SealedRecord, Slot } from './crypto/vault-schema.ts';

/** What is known about the token of a profile. */
export type FoundToken =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/** The sealed records with their data key; only in memory. */
export class VaultContents {
  readonly #dataKey: Uint8Array;
  #head: Omit<Unsealed, 'records'>;
  /** By profile, since thousands of profiles can be removed or come back at once. */
  readonly #records = new Map<string, readonly SealedRecord[]>();
  /** The last envelope, for a save that was requested before the key was wiped. */
  #last: Envelope | null = null;
  #isWiped = false;

  constructor(dataKey: Uint8Array, content: Unsealed) {
    this.#dataKey = dataKey;
    const { records, ...head } = content;
    this.#head = head;
    for (const record of records) this.#records.set(record.pid, [...this.recordsOf(record.pid), record]);
  }

  /** Empty contents for a new data key. */
  static create(dataKey: Uint8Array, slots: readonly Slot[], vaultId: string = randomUUID()): VaultContents {
    const kcv = keyCheckValue(dataKey, vaultId);
    const head = { fmt: 'ffsm-vault', v: 1, minReader: 1, vaultId, gen: 0, updatedAt: '' } as const;
    return new VaultContents(dataKey, { ...head, slots: [...slots], kcv, records: [] });
  }

  /** The content as it would be written; records in sealed form only. */
  get content(): Unsealed {
    return { ...this.#head, records: [...this.#records.values()].flat() };
  }

  /** The identity of the vault, and the generation that was opened or last written. */
  get generation(): Pick<Unsealed, 'vaultId' | 'gen'> {
    return this.#head;
  }

  /** Whether the key was wiped, so that nothing can be sealed or opened. */
  get isWiped(): boolean {
    return this.#isWiped;
  }

  /** The data key; only for wrapping it in another slot. */
  get dataKey(): Uint8Array {
    return this.#dataKey;
  }

  holds(id: ProfileId, kind?: SecretKind): boolean {
    return this.recordsOf(id).some((record) => kind === undefined || record.kind === kind);
  }

  /** The sealed records of a profile. */
  recordsOf(id: string): readonly SealedRecord[] {
    return this.#records.get(id) ?? [];
  }

  /** Whether it has any record of a profile within this extent. */
  holdsAny(id: ProfileId, extent: Extent): boolean {
    return this.recordsOf(id).some((record) => isWithin(extent, record.kind));
  }

  find(profile: Profile, kind: TokenKind = 'token'): FoundToken {
    if (!this.holds(profile.id, kind)) return { kind: 'none' };
    const text = this.open(profile, kind);
    return isTokenText(text) ? { kind: 'token', token: new Token(text) } : { kind: 'unreadable' };
  }

  /** Opens one secret of exactly this profile; null if there is none, or it is bound to another. */
  open(profile: Profile, kind: SecretKind): string | null {
    const record = this.recordsOf(profile.id).find((found) => found.kind === kind);
    return record ? openRecord(this.#dataKey, this.#head.vaultId, profile, kind, record) : null;
  }

  /** Opens this record for exactly this profile; null if it is bound to another. */
  openRecord(profile: Profile, record: SealedRecord): string | null {
    return openRecord(this.#dataKey, this.#head.vaultId, profile, record.kind as SecretKind, record);
  }

  put(profile: Profile, kind: SecretKind, secret: string): void {
    if (this.#isWiped) throw new Error('The shelf was wiped');
    const record = sealRecord(this.#dataKey, this.#head.vaultId, profile, kind, secret);
    this.#keepRecords(profile.id, (found) => found.kind !== kind, [record]);
  }

  remove(id: ProfileId, kind: SecretKind): void {
    this.#keepRecords(id, (found) => found.kind !== kind);
  }

  removeAll(id: ProfileId, extent: Extent): void {
    this.#keepRecords(id, (found) => !isWithin(extent, found.kind));
  }

  /** Replaces the slots. */
  setSlots(slots: readonly Slot[]): void {
    this.#head = { ...this.#head, slots: [...slots] };
  }

  /** The next generation, ready to be written. */
  nextGeneration(now: number): Envelope {
    if (this.#last) return this.#last;
    if (this.#isWiped) throw new Error('The shelf was wiped');
    const gen = this.#head.gen + 1;
    this.#head = { ...this.#head, gen, updatedAt: new Date(now).toISOString() };
    return withMac(this.#dataKey, this.content);
  }

  /** Wipes the key like `wipe`, but keeps an envelope for a save that is still pending. */
  shut(now: number): void {
    if (this.#isWiped) return;
    this.#last = this.nextGeneration(now);
    this.wipe();
  }

  /** Wipes the key; nothing can be opened afterwards. */
  wipe(): void {
    this.#isWiped = true;
    this.#dataKey.fill(0);
    this.#records.clear();
  }

  #keepRecords(
    id: ProfileId,
    stays: (record: SealedRecord) => boolean,
    more: readonly SealedRecord[] = [],
  ): void {
    const kept = [...this.recordsOf(id).filter(stays), ...more];
    if (kept.length > 0) this.#records.set(id, kept);
    else this.#records.delete(id);
  }
}
