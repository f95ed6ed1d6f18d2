import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { SecretPlace } from '../../contract/sessions/session.ts';
import type { VaultStatus } from '../../contract/state.ts';
import { settleWithin } from '../timing/deadline.ts';
import type { Token } from '../token/token.ts';
import { type Extent, isWithin } from './crypto/record.ts';
import { findTokenHolder } from './token-holder.ts';
import { VaultAccess } from './vault-access.ts';
import type { FoundToken, VaultContents } from './vault-contents.ts';
import { VaultCore, type VaultParts } from './vault-core.ts';
import { mayHold, mayRemain, type VaultOpening } from './vault-opening.ts';
import { VaultPendingLogouts } from './vault-pending-logouts.ts';

/** How long a keyring or a disk may keep the key in memory once the app quits. */
const closingMs = 3_000;

/**
 * Where tokens rest: sealed on disk, or in memory until the app quits when they cannot be sealed.
 *
 * Every secret is bound to its profile's id, address and trust; for any other it does not open. Nothing that cannot be
 * opened is ever deleted or written over.
 */
export class Vault {
  /** The ways in: passphrase, keyring, lock. */
  readonly access: VaultAccess;
  /** Tokens whose sessions have ended here, but not on their servers as far as is known. */
  readonly pendingLogouts: VaultPendingLogouts;
  readonly #core: VaultCore;

  constructor(parts: VaultParts) {
    this.#core = new VaultCore(parts);
    this.access = new VaultAccess(this.#core);
    this.pendingLogouts = new VaultPendingLogouts(this.#core);
  }

  /** The name of the file, as people are told it. */
  get fileName(): string {
    return this.#core.parts.file.name;
  }

  /** Where tokens go; `opening` until that is known. */
  get storage(): VaultStatus {
    return this.#core.storage;
  }

  /**
   * Opens the vault over the keyring, or begins one that is written with its first token. May be tried again while the
   * keyring is locked.
   *
   * Afterwards what was in memory only is sealed too.
   */
  open(): Promise<VaultOpening> {
    return this.#core.run(() => this.#core.open());
  }

  /**
   * Keeps a token and says where it rests.
   *
   * On a problem the token is held in memory all the same, and the next time the vault is saved it is saved too; only
   * a locked vault takes nothing.
   */
  async keep(profile: Profile, token: Token): Promise<Result<SecretPlace>> {
    const core = this.#core;
    if (core.locked) return fail({ code: 'locked' });
    const held = { profile, token, kind: 'token' } as const;
    core.memory.put(held);
    const saving = await core.run(async () => {
      const contents = await core.contentsForWriting();
      // What waited for the vault to open is saved with its opening.
      if (contents && core.isStored(token) && !core.memory.holds(held))
        return { saved: Promise.resolve(done) };
      if (!contents || !core.memory.holds(held)) return null;
      core.put(contents, held);
      return { saved: core.save(contents) };
    });
    if (saving === null) return ok('memory');
    const saved = await saving.saved;
    return saved.ok ? ok('sealed') : saved;
  }

  /** Finds the token of exactly this profile: with another address or trust it is unreadable. */
  find(profile: Profile): FoundToken {
    const inMemory = this.#core.memory.find(profile);
    if (inMemory.kind !== 'none') return inMemory;
    const { state, toForget } = this.#core;
    if (isForgotten(toForget, profile.id, 'token') || state.kind === 'empty') return { kind: 'none' };
    if (state.kind === 'open') return state.contents.find(profile);
    return state.kind === 'closed' || mayHold(state, profile.id) ? { kind: 'unreadable' } : { kind: 'none' };
  }

  /** Whose token this is, of these profiles; null if it is none that can be read here. */
  holderOf(token: Token, profiles: readonly Profile[]): ProfileId | null {
    return findTokenHolder(this.#core, token, profiles);
  }

  /** Where the token of this profile rests; null if there is none. */
  placeOf(profile: Profile): SecretPlace | null {
    const { kind } = this.find(profile);
    if (kind !== 'token') return kind === 'none' ? null : 'unreadable';
    return this.#core.memory.find(profile).kind === 'token' ? 'memory' : 'sealed';
  }

  /** Seals a password beside the token; never over plain HTTP, and never in memory only. */
  async keepPassword(profile: Profile, password: string): Promise<Result> {
    const problem = this.whyNoPassword(profile);
    if (problem) return problem;
    return this.#changeShelf((contents) => {
      contents.put(profile, 'password', password);
      return true;
    });
  }

  /** Why a password of this profile is not kept; null if it would be. */
  whyNoPassword({ address }: Pick<Profile, 'address'>) {
    // SECURITY: a password that travels in the clear is not one to send by a single click.
    if (address.origin.startsWith('http:'))
      return fail({ code: 'password-not-kept', reason: 'plain-http' } as const);
    const isSealed = this.#core.state.kind === 'open';
    return isSealed ? null : fail({ code: 'password-not-kept', reason: 'not-sealed' } as const);
  }

  /** The kept password of exactly this profile; only for logging in again. */
  password(profile: Profile): string | null {
    const { state, toForget } = this.#core;
    if (state.kind !== 'open' || isForgotten(toForget, profile.id, 'password')) return null;
    return state.contents.open(profile, 'password');
  }

  /** Is a password of this profile kept, whether it opens now or not? */
  holdsPassword(id: ProfileId): boolean {
    const { state, toForget } = this.#core;
    if (isForgotten(toForget, id, 'password')) return false;
    if (state.kind === 'open') return state.contents.holds(id, 'password');
    const records = state.kind === 'shut' ? (state.envelope?.records ?? []) : [];
    return records.some(({ pid, kind }) => pid === id && kind === 'password');
  }

  /** Forgets a kept password, in the vault's file and in its backup. */
  forgetPassword(id: ProfileId): Promise<Result> {
    return this.#changeShelf((contents) => {
      const held = contents.holds(id, 'password');
      contents.remove(id, 'password');
      return held;
    });
  }

  /**
   * Forgets a profile's secrets, in the vault's file and in its backup; only its token, or only what logs in if so asked.
   *
   * While the vault is shut a sealed token stays in the file, which is a problem; it goes once the vault opens.
   */
  async forget(id: ProfileId, extent: Extent = 'all'): Promise<Result> {
    const core = this.#core;
    core.memory.removeAll(id, extent);
    core.toForget.set(id, extent);
    const { saved } = await core.run(async () => {
      if (core.state.kind === 'closed') await core.open();
      return { saved: this.#forgetNow(id) };
    });
    return saved;
  }

  /** Seals a profile's token again after its trust changed; after a change of address all is forgotten. */
  async reseal(before: Profile, after: Profile): Promise<Result> {
    if (before.id !== after.id) throw new Error('A token never changes its profile');
    const isSameServer =
      before.address.origin === after.address.origin && before.address.basePath === after.address.basePath;
    // SECURITY: a token is only ever shown to the server that gave it.
    if (!isSameServer) return this.forget(before.id);
    const found = this.find(before);
    if (found.kind !== 'token') return done;
    const kept = await this.keep(after, found.token);
    return kept.ok ? done : kept;
  }

  /** Waits until everything asked for so far is on the disk or refused; the keyring has to hurry from now on. */
  async settle(): Promise<void> {
    this.#core.parts.patience.hurry();
    await this.#core.run(() => this.#core.parts.file.settle());
  }

  /** Ends the vault: what was begun is waited for a little, then the key is wiped, and what was in memory only. */
  async close(): Promise<void> {
    const core = this.#core;
    await settleWithin(closingMs, this.settle());
    core.shut();
    await core.parts.file.settle();
    core.memory.clear();
  }

  async #changeShelf(change: (contents: VaultContents) => boolean): Promise<Result> {
    const core = this.#core;
    const { saved } = await core.run(async () => {
      if (core.state.kind !== 'open')
        return { saved: Promise.resolve(fail({ code: 'store-not-open' } as const)) };
      const { contents } = core.state;
      if (!change(contents)) return { saved: Promise.resolve(done) };
      // SECURITY: a password that is replaced or forgotten must not live on in the backup.
      return { saved: core.save(contents, { forgetOld: true }) };
    });
    return saved;
  }

  async #forgetNow(id: ProfileId): Promise<Result> {
    const core = this.#core;
    const { state } = core;
    if (state.kind === 'shut' && mayRemain(state, id))
      return fail({ code: 'not-saved', file: this.fileName, reason: state.refusal });
    const extent = core.toForget.get(id);
    core.toForget.delete(id);
    if (state.kind !== 'open' || extent === undefined || !state.contents.holdsAny(id, extent)) return done;
    state.contents.removeAll(id, extent);
    return core.save(state.contents, { forgetOld: true });
  }
}

function isForgotten(toForget: VaultCore['toForget'], id: ProfileId, kind: 'token' | 'password'): boolean {
  const extent = toForget.get(id);
  return extent !== undefined && isWithin(extent, kind);
}
