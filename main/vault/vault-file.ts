import { isDeepStrictEqual } from 'node:util';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { VaultStatus } from '../../contract/state.ts';
import type { DurableFile } from '../files/durable-file.ts';
import { SerialQueue } from '../timing/serial-queue.ts';
import type { Token } from '../token/token.ts';
import type { Cipher } from './crypto/cipher.ts';
import { newDataKey, wrapKey } from './crypto/data-key.ts';
import { type Kdf, newKdfCost } from './crypto/kdf.ts';
import { fromKeyring, type KeySource } from './crypto/key-sources.ts';
import { KeyringTimeout } from './crypto/keyring-timeout.ts';
import type { Extent, PendingLogoutKind, SecretKind, TokenKind } from './crypto/record.ts';
import { type Envelope, findOsSlot, type Slot } from './crypto/vault-schema.ts';
import { type HeldToken, MemoryTokens } from './memory-tokens.ts';
import { Removals } from './removals.ts';
import { type FoundToken, VaultContents } from './vault-contents.ts';
import {
  mayHold,
  mayRemain,
  openVaultFile,
  type ShutVault,
  type VaultOpening,
  type VaultState,
} from './vault-opening.ts';
import { vaultStatus } from './vault-status.ts';

/** What the vault needs. */
export interface VaultParts {
  readonly file: DurableFile<Envelope>;
  readonly cipher: Cipher;
  readonly now?: () => number;
  readonly patience?: KeyringTimeout;
  /** The cost of a new passphrase, as scrypt's N. */
  readonly kdfCost?: Kdf['N'];
  /** Whether passwords may be saved. */
  readonly mayKeepPasswords?: () => boolean;
  /** Called whenever the place where tokens are stored changes. */
  readonly onStorage?: (storage: VaultStatus) => void;
  /** Called with the generation that was last opened or saved. */
  readonly onGeneration?: (seen: { readonly vaultId: string; readonly gen: number }) => void;
}

/** A change of the contents and the save that follows it; the next task need not wait for the save. */
export interface Change {
  readonly saved: Result | Promise<Result>;
}

/** The file of the vault with its key, and the tokens in memory that are on their way into it; one task at a time. */
export class VaultFile {
  readonly parts: Required<VaultParts>;
  readonly memory = new MemoryTokens();
  readonly #removals = new Removals();
  #state: VaultState | { readonly kind: 'closed' } = { kind: 'closed' };
  /** The keyring returned another key than the one that sealed; it gets the right one as soon as the vault is open. */
  #keyringLost = false;
  #isLocked = false;
  /** Called with the profiles whose tokens moved, mostly from memory to disk. */
  onMoved: (ids: ReadonlySet<ProfileId>) => void = () => undefined;
  readonly #queue = new SerialQueue();
  /** Tokens already added to the contents; removed from memory once those are saved. */
  readonly #stored = new WeakSet<Token>();
  #storage: VaultStatus = { kind: 'opening' };
  #forgetOld = false;

  constructor(parts: VaultParts) {
    const nothing = () => undefined;
    const patience = new KeyringTimeout();
    const telling = { onStorage: nothing, onGeneration: nothing };
    const mayKeepPasswords = () => true;
    this.parts = { now: Date.now, patience, kdfCost: newKdfCost, mayKeepPasswords, ...telling, ...parts };
  }

  get storage(): VaultStatus {
    return this.#storage;
  }

  get state(): VaultState | { readonly kind: 'closed' } {
    return this.#state;
  }

  /** While locked, nothing new is stored. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  get isKeyringLost(): boolean {
    return this.#keyringLost;
  }

  /** Runs one task after another. */
  run<Answer>(task: () => Promise<Answer>): Promise<Answer> {
    return this.#queue.run(task);
  }

  /** Runs a task that changes the contents, and waits for its save. */
  async change(task: () => Promise<Change>): Promise<Result> {
    const { saved } = await this.run(task);
    return saved;
  }

  /** Opens the file with the keyring or another key source; does nothing if it is open. */
  async open(wayIn: KeySource = fromKeyring(this.parts.cipher, this.parts.patience)): Promise<VaultOpening> {
    if (this.#state.kind === 'open') return { kind: 'ok' };
    const { opening, state } = await openVaultFile(this.parts.file, wayIn);
    this.#state = state;
    if (opening.kind === 'keyring-lost') this.#keyringLost = true;
    if (state.kind === 'empty') await this.#begin();
    this.tellStorage();
    if (this.#state.kind === 'open') {
      this.#tellGeneration(this.#state.contents);
      await this.#catchUp(this.#state.contents, this.#state.stale);
    }
    return opening;
  }

  /** The contents if something can be sealed now, else null. */
  async contentsForWriting(): Promise<VaultContents | null> {
    if (this.#state.kind === 'closed') await this.open();
    // A missing keyring may be back.
    const contents = this.#state.kind === 'empty' ? await this.#begin() : null;
    if (contents) for (const held of this.memory.all()) this.put(contents, held);
    if (contents) this.tellStorage();
    return this.#state.kind === 'open' ? this.#state.contents : null;
  }

  /** The token of exactly this profile: with another address or trust it is unreadable. */
  find(profile: Profile, kind: TokenKind): FoundToken {
    const inMemory = this.memory.find(profile, kind);
    if (inMemory.kind !== 'none') return inMemory;
    const state = this.#state;
    if (this.isForgotten(profile.id, kind) || state.kind === 'empty') return { kind: 'none' };
    if (state.kind === 'open') return state.contents.find(profile, kind);
    return { kind: this.mayHold(profile.id) ? 'unreadable' : 'none' };
  }

  /** Whether a vault that is not open may hold secrets of this profile. */
  mayHold(id: ProfileId): boolean {
    const state = this.#state;
    return state.kind === 'closed' || (state.kind === 'shut' && mayHold(state, id));
  }

  /** Whether a secret only waits for its removal. */
  isForgotten(id: ProfileId, kind: SecretKind): boolean {
    return this.#removals.includes(id, kind);
  }

  /** Removes secrets of a profile from memory at once, and from the file as soon as it can be written. */
  forget(id: ProfileId, extent: Extent): Promise<Result> {
    this.memory.removeAll(id, extent);
    this.#removals.add(id, extent);
    return this.change(async () => {
      if (this.#state.kind === 'closed') await this.open();
      return { saved: this.#forgetNow(id) };
    });
  }

  /** Removes the token of a pending log-out as soon as the file can be written. */
  endLater(id: ProfileId, kind: PendingLogoutKind): void {
    this.memory.remove(id, kind);
    this.#removals.addLogout(id, kind);
  }

  /** Adds a token to the contents; it leaves memory once those are saved. */
  put(contents: VaultContents, held: HeldToken): void {
    // SECURITY: a replaced token may still be valid, so it must not stay in the backup.
    this.#forgetOld ||= contents.holds(held.profile.id);
    contents.put(held.profile, held.kind, held.token.reveal());
    this.#stored.add(held.token);
  }

  /** Whether this very token was added to the contents. */
  isStored(token: Token): boolean {
    return this.#stored.has(token);
  }

  /** Writes the contents; `forgetOld` overwrites the backup too. */
  async save(contents: VaultContents, { forgetOld = false } = {}): Promise<Result> {
    const { file, now } = this.parts;
    if (contents.isWiped) return fail({ code: 'locked' });
    const forget = this.#forgetOld || forgetOld;
    this.#forgetOld = false;
    // Set for one of the calls that share a write: each looking at all tokens took seconds for thousands.
    let carried: readonly HeldToken[] = [];
    const written = () => {
      carried = this.memory.all().filter(({ token }) => this.#stored.has(token));
      return contents.nextGeneration(now());
    };
    const saved = await file.save(written, { forgetOld: forget });
    if (saved.ok) {
      const sealed = carried.filter((held) => this.memory.holds(held));
      for (const { profile, kind } of sealed) this.memory.remove(profile.id, kind);
      this.#tellGeneration(contents);
      if (sealed.length > 0) this.onMoved(new Set(sealed.map(({ profile }) => profile.id)));
    } else {
      this.#forgetOld ||= forget;
    }
    return saved;
  }

  /** Writes other slots; if that fails, the previous ones stay in force. */
  async changeSlots(contents: VaultContents, slots: readonly Slot[]): Promise<Result> {
    const before = contents.content.slots;
    const state = this.#state;
    contents.setSlots(slots);
    if (state.kind === 'empty') {
      for (const held of this.memory.all()) this.put(contents, held);
      // Set before the listeners are told, so that they find the tokens sealed.
      this.#state = { kind: 'open', contents, stale: false };
    }
    // SECURITY: the backup would still open with the old key source, so it is overwritten too.
    const saved = await this.save(contents, { forgetOld: true });
    if (saved.ok) return saved;
    contents.setSlots(before);
    if (state.kind === 'empty') this.#state = state;
    return saved;
  }

  /** Wraps the data key with the keyring again and writes its slot; if that fails, the previous one stays in force. */
  async wrapAgain(contents: VaultContents): Promise<Result> {
    const before = contents.content.slots;
    const wrapped = await this.#wrapForKeyring(contents);
    if (wrapped !== 'slot') return fail({ code: 'keyring-not-open', reason: wrapped });
    const saved = await this.save(contents, { forgetOld: true });
    if (saved.ok) this.#keyringLost = false;
    else contents.setSlots(before);
    this.tellStorage();
    return saved;
  }

  /** Writes the contents as sealed under a new key, and wipes the old key. */
  async changeKey(contents: VaultContents, fresh: VaultContents): Promise<Result> {
    const saved = await this.save(fresh, { forgetOld: true });
    if (!saved.ok || this.#state.kind !== 'open') return saved;
    this.#state = { ...this.#state, contents: fresh };
    contents.wipe();
    return done;
  }

  /** Adds a keyring slot for the data key; if that fails, nothing changes. */
  async #wrapForKeyring(contents: VaultContents): Promise<'slot' | 'keyring-locked' | 'no-keyring'> {
    const { cipher, patience } = this.parts;
    const wrapped = await wrapKey(cipher, contents.dataKey, patience);
    if (wrapped.kind !== 'slot') return wrapped.kind;
    const old = findOsSlot(contents.content, cipher.platform);
    contents.setSlots([wrapped.slot, ...contents.content.slots.filter((slot) => slot !== old)]);
    return 'slot';
  }

  /**
   * Wipes the key at once, without waiting for disk or keyring; unsaved tokens are sealed before.
   *
   * A token that cannot be sealed stays in memory; the caller removes it after a time limit.
   */
  shut(): void {
    const state = this.#state;
    const shut: ShutVault = { kind: 'shut', reason: 'locked', refusal: 'unreadable', envelope: null };
    if (state.kind === 'shut') {
      if (state.envelope) this.#state = { ...state, reason: 'locked' };
    } else if (state.kind === 'open') {
      const { contents } = state;
      const unsealed = this.memory.all().filter(({ token }) => !this.#stored.has(token));
      for (const held of unsealed) this.put(contents, held);
      if (this.#removals.applyTo(contents) || unsealed.length > 0)
        void this.save(contents, { forgetOld: true });
      this.#state = { ...shut, envelope: { ...contents.content, mac: '' } };
      // SECURITY: nothing slow comes before this; otherwise the key would stay in memory.
      contents.shut(this.parts.now());
    } else this.#state = shut;
  }

  /** Refuses everything new from now on, and wipes the key at once. */
  lock(): void {
    this.#isLocked = true;
    this.shut();
  }

  /** Takes new secrets again. */
  unlock(): void {
    this.#isLocked = false;
  }

  /** Reads the file without asking the keyring; null if it holds no vault that can be read. */
  async peek(): Promise<Envelope | null> {
    const { state } = await this.#read();
    return state.kind === 'shut' ? state.envelope : null;
  }

  /** Reads the file without asking the keyring, and leaves the vault locked. */
  async look(): Promise<void> {
    this.#isLocked = true;
    await this.run(async () => {
      const { state } = await this.#read();
      this.#state = state.kind === 'shut' && state.envelope ? { ...state, reason: 'locked' } : state;
      this.tellStorage();
    });
  }

  /** Renames a file that does not open, so that a new vault can be started. */
  async setAside(): Promise<Result> {
    const looked = await this.parts.file.open(async () => 'unproven');
    const aside = looked.kind === 'missing' ? done : await this.parts.file.setAside('replaced');
    if (!aside.ok) return aside;
    this.#removals.clear();
    this.#isLocked = false;
    return done;
  }

  /** Reports where tokens are stored, if that has changed. */
  tellStorage(): void {
    if (this.#state.kind === 'closed') return;
    const storage = vaultStatus(this.#state, this.parts.cipher);
    if (isDeepStrictEqual(storage, this.#storage)) return;
    this.#storage = storage;
    this.parts.onStorage(storage);
  }

  #read() {
    return openVaultFile(this.parts.file, async () => ({ kind: 'keyring-locked' }));
  }

  async #forgetNow(id: ProfileId): Promise<Result> {
    const state = this.#state;
    if (state.kind === 'shut' && mayRemain(state, id))
      return fail({ code: 'not-saved', file: this.parts.file.name, reason: state.refusal });
    const extent = this.#removals.take(id);
    if (state.kind !== 'open' || extent === null || !state.contents.holdsAny(id, extent)) return done;
    state.contents.removeAll(id, extent);
    return this.save(state.contents, { forgetOld: true });
  }

  /** Creates a vault that is written with its first token. */
  async #begin(): Promise<VaultContents | null> {
    const key = newDataKey();
    const wrapped = await wrapKey(this.parts.cipher, key, this.parts.patience);
    if (wrapped.kind === 'slot') {
      const contents = VaultContents.create(key, [wrapped.slot]);
      this.#state = { kind: 'open', contents, stale: false };
      return contents;
    }
    key.fill(0);
    this.#state = { kind: 'empty', reason: wrapped.kind };
    return null;
  }

  /** Does what had to wait until the vault was open. */
  async #catchUp(contents: VaultContents, stale: boolean): Promise<void> {
    const forgetOld = this.#removals.applyTo(contents);
    this.#removals.clear();
    const waiting = this.memory.all();
    for (const held of waiting) this.put(contents, held);
    const rewrapped = stale && (await this.#wrapForKeyring(contents)) === 'slot';
    if (rewrapped) this.tellStorage();
    if (rewrapped || forgetOld || waiting.length > 0) await this.save(contents, { forgetOld });
  }

  #tellGeneration(contents: VaultContents): void {
    const { vaultId, gen } = contents.generation;
    if (gen > 0) this.parts.onGeneration({ vaultId, gen });
  }
}
