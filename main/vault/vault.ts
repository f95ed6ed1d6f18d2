import { isDeepStrictEqual } from 'node:util';
import type { Profile, ProfileId } from '../../contract/profile.ts';
import { done, fail, ok, type Result } from '../../contract/result.ts';
import type { SecretPlace } from '../../contract/session.ts';
import type { Storage } from '../../contract/state.ts';
import type { DurableFile } from '../disk/durable-file.ts';
import { Queue } from '../disk/queue.ts';
import type { Cipher } from './cipher.ts';
import { newDataKey, wrapKey } from './data-key.ts';
import { KeyringPatience } from './keyring-patience.ts';
import { type HeldToken, MemoryTokens } from './memory-tokens.ts';
import { type FoundToken, OpenShelf } from './open-shelf.ts';
import type { Token } from './token.ts';
import {
  mayHold,
  mayRemain,
  openVaultFile,
  storageOf,
  type VaultOpening,
  type VaultState,
} from './vault-opening.ts';
import type { Envelope } from './vault-shape.ts';

/** What the vault works with. */
export interface VaultParts {
  readonly file: DurableFile<Envelope>;
  readonly cipher: Cipher;
  readonly now?: () => number;
  readonly patience?: KeyringPatience;
  /** Told whenever it changes where tokens go. */
  readonly onStorage?: (storage: Storage) => void;
}

/**
 * Where tokens rest: sealed on disk, or in memory until the app quits when they cannot be sealed.
 *
 * Every token is bound to its profile's id, address and trust; for any other it does not open. Nothing that cannot be
 * opened is ever deleted or written over.
 */
export class Vault {
  readonly #parts: Required<VaultParts>;
  readonly #queue = new Queue();
  readonly #memory = new MemoryTokens();
  /** Which tokens are on the shelf; they leave the memory once the shelf is saved. */
  readonly #shelved = new WeakSet<Token>();
  /** Profiles whose sealed tokens have to go as soon as the vault can be written. */
  readonly #toForget = new Set<ProfileId>();
  #state: VaultState | { readonly kind: 'closed' } = { kind: 'closed' };
  #storage: Storage = { kind: 'opening' };
  #forgetOld = false;

  constructor(parts: VaultParts) {
    this.#parts = { now: Date.now, patience: new KeyringPatience(), onStorage: () => undefined, ...parts };
  }

  /** The name of the file, as people are told it. */
  get fileName(): string {
    return this.#parts.file.name;
  }

  /** Where tokens go; `opening` until that is known, without a vault's file until the first token is kept. */
  get storage(): Storage {
    return this.#storage;
  }

  /**
   * Opens the vault; the keyring is not woken when there is nothing to read. May be tried again while the keyring is
   * locked.
   *
   * Afterwards what was in memory only is sealed too.
   */
  open(): Promise<VaultOpening> {
    return this.#queue.run(() => this.#open());
  }

  /**
   * Keeps a token and says where it rests.
   *
   * On a problem the token is held in memory all the same, and the next time the vault is saved it is saved too.
   */
  async keep(profile: Profile, token: Token): Promise<Result<SecretPlace>> {
    const held = { profile, token };
    this.#memory.put(held);
    const saving = await this.#queue.run(async () => {
      const shelf = await this.#shelfForWriting();
      if (!shelf || !this.#memory.holds(held)) return null;
      this.#lay(shelf, held);
      return { saved: this.#save(shelf) };
    });
    if (saving === null) return ok('memory');
    const saved = await saving.saved;
    return saved.ok ? ok('sealed') : saved;
  }

  /** Finds the token of exactly this profile: with another address or trust it is unreadable. */
  find(profile: Profile): FoundToken {
    const inMemory = this.#memory.find(profile);
    if (inMemory.kind !== 'none') return inMemory;
    const state = this.#state;
    if (this.#toForget.has(profile.id) || state.kind === 'empty') return { kind: 'none' };
    if (state.kind === 'open') return state.shelf.find(profile);
    return state.kind === 'closed' || mayHold(state, profile.id) ? { kind: 'unreadable' } : { kind: 'none' };
  }

  /** Where the token of this profile rests; null if there is none. */
  placeOf(profile: Profile): SecretPlace | null {
    const { kind } = this.find(profile);
    if (kind !== 'token') return kind === 'none' ? null : 'unreadable';
    return this.#memory.find(profile).kind === 'token' ? 'memory' : 'sealed';
  }

  /**
   * Forgets a profile's token, in the vault's file and in its backup.
   *
   * While the vault is shut a sealed token stays in the file, which is a problem; it goes once the vault opens.
   */
  async forget(id: ProfileId): Promise<Result> {
    this.#memory.remove(id);
    this.#toForget.add(id);
    const { saved } = await this.#queue.run(async () => {
      if (this.#state.kind === 'closed') await this.#open();
      return { saved: this.#forgetNow(id) };
    });
    return saved;
  }

  /** Seals a profile's token again after its trust changed; after a change of address the token is forgotten. */
  async reseal(before: Profile, after: Profile): Promise<Result> {
    if (before.id !== after.id) throw new Error('A token never changes its profile');
    const found = this.find(before);
    const isSameServer =
      before.address.origin === after.address.origin && before.address.basePath === after.address.basePath;
    // SECURITY: a token is only ever shown to the server that gave it.
    if (!isSameServer) return this.forget(before.id);
    if (found.kind !== 'token') return done;
    const kept = await this.keep(after, found.token);
    return kept.ok ? done : kept;
  }

  /** Waits until everything asked for so far is on the disk or refused; the keyring has to hurry from now on. */
  async settle(): Promise<void> {
    this.#parts.patience.hurry();
    await this.#queue.run(() => this.#parts.file.settle());
  }

  /** Ends the vault: what is being written is waited for, then the key and what was in memory only are wiped. */
  async close(): Promise<void> {
    await this.settle();
    if (this.#state.kind === 'open') this.#state.shelf.wipe();
    this.#state = { kind: 'shut', reason: 'keyring-locked', refusal: 'unreadable', envelope: null };
    this.#memory.clear();
  }

  async #open(): Promise<VaultOpening> {
    if (this.#state.kind === 'open') return { kind: 'ok' };
    const { file, cipher, patience } = this.#parts;
    const { opening, state } = await openVaultFile(file, cipher, patience);
    this.#state = state;
    this.#tell(storageOf(state, cipher));
    if (state.kind === 'open') await this.#catchUp(state.shelf, state.stale);
    return opening;
  }

  /** Does what had to wait until the vault was open. */
  async #catchUp(shelf: OpenShelf, stale: boolean): Promise<void> {
    const forgotten = [...this.#toForget].filter((id) => shelf.holds(id));
    for (const id of forgotten) shelf.remove(id);
    this.#forgetOld ||= forgotten.length > 0;
    this.#toForget.clear();
    const waiting = this.#memory.all();
    for (const held of waiting) this.#lay(shelf, held);
    const { cipher, patience } = this.#parts;
    const rewrapped = stale && (await shelf.rewrap(cipher, patience));
    if (rewrapped) this.#tell(storageOf({ kind: 'open', shelf, stale }, cipher));
    if (rewrapped || forgotten.length > 0 || waiting.length > 0) await this.#save(shelf);
  }

  /** The shelf, a new one if there is no vault yet, or null if nothing can be sealed. */
  async #shelfForWriting(): Promise<OpenShelf | null> {
    if (this.#state.kind === 'closed') await this.#open();
    if (this.#state.kind === 'open') return this.#state.shelf;
    if (this.#state.kind === 'shut') return null;
    const { cipher, patience } = this.#parts;
    const key = newDataKey();
    const wrapped = await wrapKey(cipher, key, patience);
    if (wrapped.kind !== 'slot') {
      key.fill(0);
      this.#tell({ kind: 'memory-only', reason: wrapped.kind });
      return null;
    }
    const shelf = OpenShelf.create(key, wrapped.slot);
    this.#state = { kind: 'open', shelf, stale: false };
    this.#tell(storageOf(this.#state, cipher));
    for (const held of this.#memory.all()) this.#lay(shelf, held);
    return shelf;
  }

  #lay(shelf: OpenShelf, held: HeldToken): void {
    // SECURITY: a token that is replaced may still work, so it must not live on in the backup.
    this.#forgetOld ||= shelf.holds(held.profile.id);
    shelf.put(held.profile, held.token);
    this.#shelved.add(held.token);
  }

  async #forgetNow(id: ProfileId): Promise<Result> {
    const state = this.#state;
    if (state.kind === 'shut' && mayRemain(state, id))
      return fail({ code: 'not-saved', file: this.#parts.file.name, reason: state.refusal });
    const isWaiting = this.#toForget.delete(id);
    if (state.kind !== 'open' || !isWaiting || !state.shelf.holds(id)) return done;
    state.shelf.remove(id);
    this.#forgetOld = true;
    return this.#save(state.shelf);
  }

  async #save(shelf: OpenShelf): Promise<Result> {
    const { file, now } = this.#parts;
    const carried = this.#memory.all().filter(({ token }) => this.#shelved.has(token));
    const forgetOld = this.#forgetOld;
    this.#forgetOld = false;
    const saved = await file.save(() => shelf.nextGeneration(now()), { forgetOld });
    if (saved.ok)
      for (const held of carried) if (this.#memory.holds(held)) this.#memory.remove(held.profile.id);
    if (!saved.ok) this.#forgetOld ||= forgetOld;
    return saved;
  }

  #tell(storage: Storage): void {
    if (isDeepStrictEqual(storage, this.#storage)) return;
    this.#storage = storage;
    this.#parts.onStorage(storage);
  }
}
