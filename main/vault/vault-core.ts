import { isDeepStrictEqual } from 'node:util';
import { fail, type Result } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { VaultStatus } from '../../contract/state.ts';
import type { DurableFile } from '../files/durable-file.ts';
import { SerialQueue } from '../timing/serial-queue.ts';
import type { Token } from '../token/token.ts';
import type { Cipher } from './crypto/cipher.ts';
import { newDataKey, wrapKey } from './crypto/data-key.ts';
import { type Kdf, newKdfCost } from './crypto/kdf.ts';
import { fromKeyring, type KeySource } from './crypto/key-sources.ts';
import { KeyringTimeout } from './crypto/keyring-timeout.ts';
import type { Extent, PendingLogoutKind } from './crypto/record.ts';
import { type Envelope, findOsSlot } from './crypto/vault-schema.ts';
import { type HeldToken, MemoryTokens } from './memory-tokens.ts';
import { VaultContents } from './vault-contents.ts';
import { openVaultFile, type ShutVault, type VaultOpening, type VaultState } from './vault-opening.ts';
import { vaultStatus } from './vault-status.ts';

/** What the vault needs. */
export interface VaultParts {
  readonly file: DurableFile<Envelope>;
  readonly cipher: Cipher;
  readonly now?: () => number;
  readonly patience?: KeyringTimeout;
  /** The cost of a new passphrase, as scrypt's N. */
  readonly kdfCost?: Kdf['N'];
  /** Called whenever the place where tokens are stored changes. */
  readonly onStorage?: (storage: VaultStatus) => void;
  /** Called with the generation that was last opened or saved. */
  readonly onGeneration?: (seen: { readonly vaultId: string; readonly gen: number }) => void;
}

/**
 * The state of the vault: its file, its key and the tokens in memory, changed by one task at a time.
 *
 * Used only by `Vault` and its parts.
 */
export class VaultCore {
  readonly parts: Required<VaultParts>;
  readonly memory = new MemoryTokens();
  /** What to remove from the vault as soon as it can be written. */
  readonly toForget = new Map<ProfileId, Extent>();
  /** Pending log-outs confirmed while locked; their tokens are removed as soon as the vault can be written. */
  readonly toEnd = new Map<ProfileId, Set<PendingLogoutKind>>();
  state: VaultState | { readonly kind: 'closed' } = { kind: 'closed' };
  /** The keyring returned another key than the one that sealed; it gets the right one as soon as the vault is open. */
  keyringLost = false;
  /** While locked, nothing new is stored. */
  locked = false;
  /** Called with the profiles whose tokens moved from memory to disk. */
  onSealed: (ids: ReadonlySet<ProfileId>) => void = () => undefined;
  readonly #queue = new SerialQueue();
  /** Tokens already added to the contents; removed from memory once those are saved. */
  readonly #stored = new WeakSet<Token>();
  #storage: VaultStatus = { kind: 'opening' };
  #forgetOld = false;

  constructor(parts: VaultParts) {
    const nothing = () => undefined;
    const patience = new KeyringTimeout();
    const telling = { onStorage: nothing, onGeneration: nothing };
    this.parts = { now: Date.now, patience, kdfCost: newKdfCost, ...telling, ...parts };
  }

  get storage(): VaultStatus {
    return this.#storage;
  }

  /** Runs one task after another. */
  run<Answer>(task: () => Promise<Answer>): Promise<Answer> {
    return this.#queue.run(task);
  }

  /** Opens the file with the keyring or another key source; does nothing if it is open. */
  async open(wayIn: KeySource = fromKeyring(this.parts.cipher, this.parts.patience)): Promise<VaultOpening> {
    if (this.state.kind === 'open') return { kind: 'ok' };
    const { opening, state } = await openVaultFile(this.parts.file, wayIn);
    this.state = state;
    if (opening.kind === 'keyring-lost') this.keyringLost = true;
    if (state.kind === 'empty') await this.#begin();
    this.tellStorage();
    if (this.state.kind === 'open') {
      this.#tellGeneration(this.state.contents);
      await this.#catchUp(this.state.contents, this.state.stale);
    }
    return opening;
  }

  /** The contents if something can be sealed now, else null. */
  async contentsForWriting(): Promise<VaultContents | null> {
    if (this.state.kind === 'closed') await this.open();
    // A missing keyring may be back.
    const contents = this.state.kind === 'empty' ? await this.#begin() : null;
    if (contents) for (const held of this.memory.all()) this.put(contents, held);
    if (contents) this.tellStorage();
    return this.state.kind === 'open' ? this.state.contents : null;
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
    const carried = this.memory.all().filter(({ token }) => this.#stored.has(token));
    const forget = this.#forgetOld || forgetOld;
    this.#forgetOld = false;
    const saved = await file.save(() => contents.nextGeneration(now()), { forgetOld: forget });
    if (saved.ok) {
      const sealed = carried.filter((held) => this.memory.holds(held));
      for (const { profile, kind } of sealed) this.memory.remove(profile.id, kind);
      this.#tellGeneration(contents);
      if (sealed.length > 0) this.onSealed(new Set(sealed.map(({ profile }) => profile.id)));
    } else {
      this.#forgetOld ||= forget;
    }
    return saved;
  }

  /** Adds a keyring slot for the data key; if that fails, nothing changes. */
  async wrapForKeyring(contents: VaultContents): Promise<'slot' | 'keyring-locked' | 'no-keyring'> {
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
    const { state } = this;
    const shut: ShutVault = { kind: 'shut', reason: 'locked', refusal: 'unreadable', envelope: null };
    if (state.kind === 'shut') {
      if (state.envelope) this.state = { ...state, reason: 'locked' };
    } else if (state.kind === 'open') {
      const { contents } = state;
      const unsealed = this.memory.all().filter(({ token }) => !this.#stored.has(token));
      for (const held of unsealed) this.put(contents, held);
      if (this.#forgetOn(contents) || unsealed.length > 0) void this.save(contents, { forgetOld: true });
      this.state = { ...shut, envelope: { ...contents.content, mac: '' } };
      // SECURITY: nothing slow comes before this; otherwise the key would stay in memory.
      contents.shut(this.parts.now());
    } else this.state = shut;
  }

  /** Reports where tokens are stored, if that has changed. */
  tellStorage(): void {
    if (this.state.kind === 'closed') return;
    const storage = vaultStatus(this.state, this.parts.cipher);
    if (isDeepStrictEqual(storage, this.#storage)) return;
    this.#storage = storage;
    this.parts.onStorage(storage);
  }

  /** Creates a vault that is written with its first token. */
  async #begin(): Promise<VaultContents | null> {
    const key = newDataKey();
    const wrapped = await wrapKey(this.parts.cipher, key, this.parts.patience);
    if (wrapped.kind === 'slot') {
      const contents = VaultContents.create(key, [wrapped.slot]);
      this.state = { kind: 'open', contents, stale: false };
      return contents;
    }
    key.fill(0);
    this.state = { kind: 'empty', reason: wrapped.kind };
    return null;
  }

  /** Does what had to wait until the vault was open. */
  async #catchUp(contents: VaultContents, stale: boolean): Promise<void> {
    const forgetOld = this.#forgetOn(contents);
    this.toForget.clear();
    this.toEnd.clear();
    const waiting = this.memory.all();
    for (const held of waiting) this.put(contents, held);
    const rewrapped = stale && (await this.wrapForKeyring(contents)) === 'slot';
    if (rewrapped) this.tellStorage();
    if (rewrapped || forgetOld || waiting.length > 0) await this.save(contents, { forgetOld });
  }

  /** Removes what has to go; returns whether there was anything. */
  #forgetOn(contents: VaultContents): boolean {
    const forgotten = [...this.toForget].filter(([id, extent]) => contents.holdsAny(id, extent));
    for (const [id, extent] of forgotten) contents.removeAll(id, extent);
    const ended = [...this.toEnd].flatMap(([id, kinds]) => [...kinds].map((kind) => ({ id, kind })));
    const held = ended.filter(({ id, kind }) => contents.holds(id, kind));
    for (const { id, kind } of held) contents.remove(id, kind);
    return forgotten.length + held.length > 0;
  }

  #tellGeneration(contents: VaultContents): void {
    const { vaultId, gen } = contents.content;
    if (gen > 0) this.parts.onGeneration({ vaultId, gen });
  }
}
