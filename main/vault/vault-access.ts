import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import { settleWithin } from '../timing/deadline.ts';
import { newDataKey, wrapKey } from './crypto/data-key.ts';
import { newKdf } from './crypto/kdf.ts';
import { fromPassphrase } from './crypto/key-sources.ts';
import { passphraseProblem } from './crypto/passphrase.ts';
import { openWithPassphrase, sealUnderPassphrase } from './crypto/passphrase-slot.ts';
import { findOsSlot, isPassSlot, type Slot } from './crypto/vault-schema.ts';
import { PassphraseAttempts } from './passphrase-attempts.ts';
import { resealed } from './reseal.ts';
import { VaultContents } from './vault-contents.ts';
import type { VaultFile } from './vault-file.ts';
import type { VaultOpening } from './vault-opening.ts';

/** How long tokens that are being written stay in memory after a lock, in ms. */
const writingMs = 2_000;

/** Opens and closes the vault and changes its key sources. */
export class VaultAccess {
  readonly #file: VaultFile;
  readonly #tries: PassphraseAttempts;

  constructor(file: VaultFile) {
    this.#file = file;
    this.#tries = new PassphraseAttempts(file.parts.now);
  }

  /** Opens the vault with a passphrase, or with the keyring if null. */
  async unlock(passphrase: string | null): Promise<Result<VaultOpening>> {
    const file = this.#file;
    if (passphrase === null)
      return file.run(async () => this.#opened(await file.parts.patience.asked(() => file.open())));
    return file.run(async () => {
      const tried = await this.#tries.try(async () => {
        const opening = await file.open(fromPassphrase(passphrase));
        return opening.kind === 'passphrase-wrong' ? null : opening;
      });
      if (!tried.ok) return tried;
      // A keyring that lost the key gets it again, if it keeps keys at all.
      if (file.state.kind === 'open' && file.isKeyringLost) await file.wrapAgain(file.state.contents);
      return this.#opened(tried.value);
    });
  }

  /** Wipes the data key at once and the tokens in memory soon after; only `unlock` opens the vault again. */
  async lock(): Promise<void> {
    const file = this.#file;
    file.lock();
    // Also closes a vault that is just being opened.
    const again = file.run(async () => file.lock());
    await settleWithin(writingMs, Promise.all([file.parts.file.settle(), again]));
    file.memory.clear();
  }

  /** Whether only a passphrase opens the vault; read from the file, before the vault is opened. */
  needsPassphrase(): Promise<boolean> {
    return this.#file.run(async () => {
      const envelope = await this.#file.peek();
      return envelope !== null && !this.#osSlot(envelope) && envelope.slots.some(isPassSlot);
    });
  }

  /** Reads the file without asking the keyring, and leaves the vault locked. */
  look(): Promise<void> {
    return this.#file.look();
  }

  /** Sets the passphrase, or changes it if `current` is the present one; creates the vault file if needed. */
  async setPassphrase(passphrase: string, current: string | null): Promise<Result> {
    const problem = passphraseProblem(passphrase);
    if (problem) return fail(problem);
    return this.#change(async (contents) => {
      const proven = await this.#prove(contents, current);
      if (!proven.ok) return proven;
      const { slots, vaultId } = contents.content;
      const kdf = newKdf(this.#file.parts.kdfCost);
      const slot = await sealUnderPassphrase(contents.dataKey, vaultId, passphrase, kdf);
      return this.#file.changeSlots(contents, [...slots.filter((found) => !isPassSlot(found)), slot]);
    });
  }

  /** Removes the passphrase; fails if nothing else opens the vault. */
  removePassphrase(current: string): Promise<Result> {
    return this.#change(async (contents) => {
      const { slots } = contents.content;
      if (!this.#osSlot(contents.content)) return fail({ code: 'last-way-in' });
      const proven = await this.#prove(contents, current);
      if (!proven.ok) return proven;
      const others = slots.filter((found) => !isPassSlot(found));
      return this.#file.changeSlots(contents, others);
    });
  }

  /** Adds or removes the keyring as key source; removing rotates the key, since the keyring knows the current one. */
  letKeyringOpen(on: boolean, passphrase: string | null, profiles: readonly Profile[]): Promise<Result> {
    return this.#change(async (contents) => {
      if (!on && !contents.content.slots.some(isPassSlot)) return fail({ code: 'last-way-in' });
      const proven = await this.#prove(contents, passphrase);
      if (!proven.ok) return proven;
      return on ? this.#file.wrapAgain(contents) : this.#rotate(contents, profiles, passphrase, false);
    });
  }

  /** Reseals everything under a new data key; fails if a record cannot be opened now. */
  rotateKey(profiles: readonly Profile[], passphrase: string | null): Promise<Result> {
    return this.#change(async (contents) => {
      const proven = await this.#prove(contents, passphrase);
      if (!proven.ok) return proven;
      return this.#rotate(contents, profiles, passphrase, this.#osSlot(contents.content) !== null);
    });
  }

  async #rotate(
    contents: VaultContents,
    profiles: readonly Profile[],
    passphrase: string | null,
    withKeyring: boolean,
  ): Promise<Result> {
    const { cipher, patience, kdfCost } = this.#file.parts;
    const key = newDataKey();
    try {
      const slots: Slot[] = [];
      if (withKeyring) {
        const wrapped = await wrapKey(cipher, key, patience);
        if (wrapped.kind !== 'slot') return fail({ code: 'keyring-not-open', reason: wrapped.kind });
        slots.push(wrapped.slot);
      }
      const { vaultId } = contents.content;
      if (passphrase !== null && contents.content.slots.some(isPassSlot))
        slots.push(await sealUnderPassphrase(key, vaultId, passphrase, newKdf(kdfCost)));
      // A lock meanwhile has removed the records from memory.
      if (contents.isWiped) return fail({ code: 'locked' });
      const fresh = resealed(contents, key, slots, profiles);
      if (!fresh.ok) return fresh;
      return await this.#file.changeKey(contents, fresh.value);
    } finally {
      const { state } = this.#file;
      if (state.kind !== 'open' || state.contents.dataKey !== key) key.fill(0);
    }
  }

  /** Quarantines a vault that does not open and starts a new one. */
  replace(): Promise<Result<VaultOpening>> {
    const file = this.#file;
    return file.run(async () => {
      if (file.state.kind === 'open') return fail({ code: 'store-not-open' });
      const aside = await file.setAside();
      return aside.ok ? this.#opened(await file.open()) : aside;
    });
  }

  #change(change: (contents: VaultContents) => Promise<Result>): Promise<Result> {
    const file = this.#file;
    return file.run(async () => {
      const contents = (await file.contentsForWriting()) ?? this.#firstContents();
      if (!contents) return fail({ code: 'store-not-open' });
      const changed = await file.parts.patience.asked(() => change(contents));
      file.tellStorage();
      return changed;
    });
  }

  /** Without keyring and vault file, a passphrase creates the first vault. */
  #firstContents(): VaultContents | null {
    return this.#file.state.kind === 'empty' ? VaultContents.create(newDataKey(), []) : null;
  }

  #osSlot(content: Parameters<typeof findOsSlot>[0]) {
    return findOsSlot(content, this.#file.parts.cipher.platform);
  }

  /** If there is a passphrase, changing key sources requires it. */
  async #prove(contents: VaultContents, current: string | null): Promise<Result> {
    const { slots, vaultId } = contents.content;
    const slot = slots.find(isPassSlot);
    if (!slot) return done;
    if (current === null) return fail({ code: 'current-passphrase-wrong' });
    const tried = await this.#tries.try(() => openWithPassphrase(slot, vaultId, current));
    if (!tried.ok)
      return tried.problem.code === 'passphrase-wrong' ? fail({ code: 'current-passphrase-wrong' }) : tried;
    tried.value.fill(0);
    return done;
  }

  #opened(opening: VaultOpening): Result<VaultOpening> {
    switch (opening.kind) {
      case 'keyring-locked':
      case 'keyring-lost':
        return fail({ code: 'keyring-not-open', reason: opening.kind });
      case 'passphrase-needed':
      case 'passphrase-wrong':
        return fail({ code: 'keyring-not-open', reason: 'no-keyring' });
      default:
        this.#file.unlock();
        return ok(opening);
    }
  }
}
