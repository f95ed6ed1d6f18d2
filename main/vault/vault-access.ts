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
import type { VaultCore } from './vault-core.ts';
import { openVaultFile, type VaultOpening } from './vault-opening.ts';

/** How long tokens that are being written stay in memory after a lock, in ms. */
const writingMs = 2_000;

/** Opens and closes the vault and changes its key sources. */
export class VaultAccess {
  readonly #core: VaultCore;
  readonly #tries: PassphraseAttempts;

  constructor(core: VaultCore) {
    this.#core = core;
    this.#tries = new PassphraseAttempts(core.parts.now);
  }

  /** Opens the vault with a passphrase, or with the keyring if null. */
  async unlock(passphrase: string | null): Promise<Result<VaultOpening>> {
    const core = this.#core;
    if (passphrase === null)
      return core.run(async () => this.#told(await core.parts.patience.asked(() => core.open())));
    return core.run(async () => {
      const tried = await this.#tries.try(async () => {
        const opening = await core.open(fromPassphrase(passphrase));
        return opening.kind === 'passphrase-wrong' ? null : opening;
      });
      if (!tried.ok) return tried;
      // A keyring that lost the key gets it again, if it keeps keys at all.
      if (core.state.kind === 'open' && core.keyringLost) await this.#wrapAgain(core.state.contents);
      return this.#told(tried.value);
    });
  }

  /** Wipes the data key at once and the tokens in memory soon after; only `unlock` opens the vault again. */
  async lock(): Promise<void> {
    const core = this.#core;
    core.locked = true;
    core.shut();
    // Also closes a vault that is just being opened.
    const again = core.run(async () => {
      core.locked = true;
      core.shut();
    });
    await settleWithin(writingMs, Promise.all([core.parts.file.settle(), again]));
    core.memory.clear();
  }

  /** Whether only a passphrase opens the vault; read from the file, before the vault is opened. */
  needsPassphrase(): Promise<boolean> {
    const { file, cipher } = this.#core.parts;
    return this.#core.run(async () => {
      const { state } = await openVaultFile(file, async () => ({ kind: 'keyring-locked' }));
      const envelope = state.kind === 'shut' ? state.envelope : null;
      return envelope !== null && !findOsSlot(envelope, cipher.platform) && envelope.slots.some(isPassSlot);
    });
  }

  /** Reads the file without asking the keyring, and leaves the vault locked. */
  async look(): Promise<void> {
    const core = this.#core;
    core.locked = true;
    await core.run(async () => {
      const { state } = await openVaultFile(core.parts.file, async () => ({ kind: 'keyring-locked' }));
      core.state = state.kind === 'shut' && state.envelope ? { ...state, reason: 'locked' } : state;
      core.tellStorage();
    });
  }

  /** Sets the passphrase, or changes it if `current` is the present one; creates the vault file if needed. */
  async setPassphrase(passphrase: string, current: string | null): Promise<Result> {
    const problem = passphraseProblem(passphrase);
    if (problem) return fail(problem);
    return this.#change(async (contents) => {
      const proven = await this.#prove(contents, current);
      if (!proven.ok) return proven;
      const { slots, vaultId } = contents.content;
      const kdf = newKdf(this.#core.parts.kdfCost);
      const slot = await sealUnderPassphrase(contents.dataKey, vaultId, passphrase, kdf);
      return this.#withSlots(contents, [...slots.filter((found) => !isPassSlot(found)), slot]);
    });
  }

  /** Removes the passphrase; fails if nothing else opens the vault. */
  removePassphrase(current: string): Promise<Result> {
    return this.#change(async (contents) => {
      const { slots } = contents.content;
      if (!slots.some(isPassSlot)) return done;
      if (!findOsSlot(contents.content, this.#core.parts.cipher.platform))
        return fail({ code: 'last-way-in' });
      const proven = await this.#prove(contents, current);
      if (!proven.ok) return proven;
      return this.#withSlots(
        contents,
        slots.filter((found) => !isPassSlot(found)),
      );
    });
  }

  /** Adds or removes the keyring as key source; removing rotates the key, since the keyring knows the current one. */
  letKeyringOpen(on: boolean, passphrase: string | null, profiles: readonly Profile[]): Promise<Result> {
    return this.#change(async (contents) => {
      if (!on && !contents.content.slots.some(isPassSlot)) return fail({ code: 'last-way-in' });
      const proven = await this.#prove(contents, passphrase);
      if (!proven.ok) return proven;
      return on ? this.#wrapAgain(contents) : this.#rotate(contents, profiles, passphrase, false);
    });
  }

  /** Reseals everything under a new data key; fails if a record cannot be opened now. */
  rotateKey(profiles: readonly Profile[], passphrase: string | null): Promise<Result> {
    return this.#change(async (contents) => {
      const proven = await this.#prove(contents, passphrase);
      if (!proven.ok) return proven;
      const { platform } = this.#core.parts.cipher;
      return this.#rotate(contents, profiles, passphrase, findOsSlot(contents.content, platform) !== null);
    });
  }

  async #rotate(
    contents: VaultContents,
    profiles: readonly Profile[],
    passphrase: string | null,
    withKeyring: boolean,
  ): Promise<Result> {
    const core = this.#core;
    const { cipher, patience, kdfCost } = core.parts;
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
      const saved = await core.save(fresh.value, { forgetOld: true });
      if (!saved.ok || core.state.kind !== 'open') return saved;
      core.state = { ...core.state, contents: fresh.value };
      contents.wipe();
      return done;
    } finally {
      const { state } = core;
      if (state.kind !== 'open' || state.contents.dataKey !== key) key.fill(0);
    }
  }

  /** Quarantines a vault that does not open and starts a new one. */
  replace(): Promise<Result<VaultOpening>> {
    const core = this.#core;
    return core.run(async () => {
      if (core.state.kind === 'open') return fail({ code: 'store-not-open' });
      const looked = await core.parts.file.open(async () => 'unproven');
      if (looked.kind !== 'missing') {
        const aside = await core.parts.file.setAside('replaced');
        if (!aside.ok) return aside;
      }
      core.toForget.clear();
      core.locked = false;
      return this.#told(await core.open());
    });
  }

  async #change(change: (contents: VaultContents) => Promise<Result>): Promise<Result> {
    const core = this.#core;
    return core.run(async () => {
      const contents = (await core.contentsForWriting()) ?? this.#firstShelf();
      if (!contents) return fail({ code: 'store-not-open' });
      const changed = await core.parts.patience.asked(() => change(contents));
      core.tellStorage();
      return changed;
    });
  }

  /** Without keyring and vault file, a passphrase creates the first vault. */
  #firstShelf(): VaultContents | null {
    return this.#core.state.kind === 'empty' ? VaultContents.create(newDataKey(), []) : null;
  }

  /** Writes other slots; if that fails, the previous ones stay in force. */
  async #withSlots(contents: VaultContents, slots: readonly Slot[]): Promise<Result> {
    const core = this.#core;
    const before = contents.content.slots;
    contents.setSlots(slots);
    const { state } = core;
    if (state.kind === 'empty') {
      for (const held of core.memory.all()) core.put(contents, held);
      // Set before the listeners are told, so that they find the tokens sealed.
      core.state = { kind: 'open', contents, stale: false };
    }
    // SECURITY: the backup would still open with the old key source, so it is overwritten too.
    const saved = await core.save(contents, { forgetOld: true });
    if (saved.ok) return saved;
    contents.setSlots(before);
    if (state.kind === 'empty') core.state = state;
    return saved;
  }

  async #wrapAgain(contents: VaultContents): Promise<Result> {
    const before = contents.content.slots;
    const wrapped = await this.#core.wrapForKeyring(contents);
    if (wrapped !== 'slot') return fail({ code: 'keyring-not-open', reason: wrapped });
    const saved = await this.#core.save(contents, { forgetOld: true });
    if (saved.ok) this.#core.keyringLost = false;
    else contents.setSlots(before);
    this.#core.tellStorage();
    return saved;
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

  #told(opening: VaultOpening): Result<VaultOpening> {
    switch (opening.kind) {
      case 'keyring-locked':
      case 'keyring-lost':
        return fail({ code: 'keyring-not-open', reason: opening.kind });
      case 'passphrase-needed':
      case 'passphrase-wrong':
        return fail({ code: 'keyring-not-open', reason: 'no-keyring' });
      default:
        this.#core.locked = false;
        return ok(opening);
    }
  }
}
