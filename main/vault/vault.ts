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

/** Limit for keyring and disk before the key is wiped on quit, in ms. */
const closingMs = 3_000;

/**
 * Stores secrets: sealed on disk, or in memory until the app quits if they cannot be sealed.
 *
 * Each secret is bound to its profile's ID, address and trust and does not open for any other. Nothing that cannot be
 * opened is ever deleted or overwritten.
 */
export class Vault {
  /** Key sources and lock. */
  readonly access: VaultAccess;
  /** Tokens of sessions that ended here but are not confirmed as ended by their servers. */
  readonly pendingLogouts: VaultPendingLogouts;
  readonly #core: VaultCore;

  constructor(parts: VaultParts) {
    this.#core = new VaultCore(parts);
    this.access = new VaultAccess(this.#core);
    this.pendingLogouts = new VaultPendingLogouts(this.#core);
  }

  /** The file name as shown to people. */
  get fileName(): string {
    return this.#core.parts.file.name;
  }

  /** Sets who is told the profiles whose tokens moved from memory to disk. */
  onSealed(listener: (ids: ReadonlySet<ProfileId>) => void): void {
    this.#core.onSealed = listener;
  }

  /** Where tokens are stored; `opening` until known. */
  get storage(): VaultStatus {
    return this.#core.storage;
  }

  /**
   * Opens the vault with the keyring, or starts one that is written with its first token. Can be retried while the
   * keyring is locked.
   *
   * Afterwards the tokens in memory are sealed too.
   */
  open(): Promise<VaultOpening> {
    return this.#core.run(() => this.#core.open());
  }

  /**
   * Stores a token and returns where.
   *
   * If writing fails, the token is held in memory and saved with the next write; only a locked vault refuses.
   */
  async keep(profile: Profile, token: Token): Promise<Result<SecretPlace>> {
    const core = this.#core;
    if (core.locked) return fail({ code: 'locked' });
    const held = { profile, token, kind: 'token' } as const;
    core.memory.put(held);
    const saving = await core.run(async () => {
      const contents = await core.contentsForWriting();
      // A token that waited for the vault to open has been saved by opening it.
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

  /** The token of exactly this profile; `unreadable` if it is bound to another address or trust. */
  find(profile: Profile): FoundToken {
    const inMemory = this.#core.memory.find(profile);
    if (inMemory.kind !== 'none') return inMemory;
    const { state, toForget } = this.#core;
    if (isForgotten(toForget, profile.id, 'token') || state.kind === 'empty') return { kind: 'none' };
    if (state.kind === 'open') return state.contents.find(profile);
    return state.kind === 'closed' || mayHold(state, profile.id) ? { kind: 'unreadable' } : { kind: 'none' };
  }

  /** Which of these profiles has this token; null if no readable one has it. */
  holderOf(token: Token, profiles: readonly Profile[]): ProfileId | null {
    return findTokenHolder(this.#core, token, profiles);
  }

  /** Where the token of this profile is stored; null if there is none. */
  placeOf(profile: Profile): SecretPlace | null {
    const { kind } = this.find(profile);
    if (kind !== 'token') return kind === 'none' ? null : 'unreadable';
    return this.#core.memory.find(profile).kind === 'token' ? 'memory' : 'sealed';
  }

  /** Seals a password; never for plain HTTP, and never in memory only. */
  async keepPassword(profile: Profile, password: string): Promise<Result> {
    const problem = this.whyNoPassword(profile);
    if (problem) return problem;
    return this.#changeShelf((contents) => {
      contents.put(profile, 'password', password);
      return true;
    });
  }

  /** Why a password of this profile would not be saved; null if it would. */
  whyNoPassword({ address }: Pick<Profile, 'address'>) {
    // SECURITY: a password that is sent unencrypted should not be sent by a single click.
    if (address.origin.startsWith('http:'))
      return fail({ code: 'password-not-kept', reason: 'plain-http' } as const);
    const isSealed = this.#core.state.kind === 'open';
    return isSealed ? null : fail({ code: 'password-not-kept', reason: 'not-sealed' } as const);
  }

  /** The saved password of exactly this profile; only for logging in again. */
  password(profile: Profile): string | null {
    const { state, toForget } = this.#core;
    if (state.kind !== 'open' || isForgotten(toForget, profile.id, 'password')) return null;
    return state.contents.open(profile, 'password');
  }

  /** Whether a password of this profile is saved, even if it cannot be opened now. */
  holdsPassword(id: ProfileId): boolean {
    const { state, toForget } = this.#core;
    if (isForgotten(toForget, id, 'password')) return false;
    if (state.kind === 'open') return state.contents.holds(id, 'password');
    const records = state.kind === 'shut' ? (state.envelope?.records ?? []) : [];
    return records.some(({ pid, kind }) => pid === id && kind === 'password');
  }

  /** Removes a saved password from the vault file and its backup. */
  forgetPassword(id: ProfileId): Promise<Result> {
    return this.#changeShelf((contents) => {
      const held = contents.holds(id, 'password');
      contents.remove(id, 'password');
      return held;
    });
  }

  /**
   * Removes a profile's secrets within `extent` from the vault file and its backup.
   *
   * While the vault is closed a sealed token stays in the file, which is a problem; it is removed once the vault opens.
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

  /** Reseals a profile's token after a change of its trust; after a change of address, removes all its secrets. */
  async reseal(before: Profile, after: Profile): Promise<Result> {
    if (before.id !== after.id) throw new Error('A token never changes its profile');
    const isSameServer =
      before.address.origin === after.address.origin && before.address.basePath === after.address.basePath;
    // SECURITY: a token is only ever sent to the server that issued it.
    if (!isSameServer) return this.forget(before.id);
    const found = this.find(before);
    if (found.kind !== 'token') return done;
    const kept = await this.keep(after, found.token);
    return kept.ok ? done : kept;
  }

  /** Resolves when everything is written or refused; shortens the keyring's timeout. */
  async settle(): Promise<void> {
    this.#core.parts.patience.hurry();
    await this.#core.run(() => this.#core.parts.file.settle());
  }

  /** Closes the vault: waits briefly for running work, then wipes the key and the tokens in memory. */
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
      // SECURITY: a replaced or removed password must not stay in the backup.
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
