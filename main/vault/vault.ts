import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import { isEncrypted, type Profile, type ProfileId } from '../../contract/profiles/profile.ts';
import type { SecretPlace } from '../../contract/sessions/session.ts';
import type { VaultStatus } from '../../contract/state.ts';
import { settleWithin } from '../timing/deadline.ts';
import type { Token } from '../token/token.ts';
import { type Extent, pendingLogoutIdOf, pendingLogoutKind } from './crypto/record.ts';
import type { HeldToken } from './memory-tokens.ts';
import { findTokenHolder } from './token-holder.ts';
import { VaultAccess } from './vault-access.ts';
import type { FoundToken, VaultContents } from './vault-contents.ts';
import { type Change, VaultFile, type VaultParts } from './vault-file.ts';
import type { VaultOpening } from './vault-opening.ts';

/** Limit for keyring and disk before the key is wiped on quit, in ms. */
const closingMs = 3_000;

/** A write that takes longer than this is not said to be under way any more, in ms. */
const savingMs = 1_000;

/**
 * Stores secrets: sealed on disk, or in memory until the app quits if they cannot be sealed.
 *
 * Each secret is bound to its profile's ID, address and trust and does not open for any other. Nothing that cannot be
 * opened is ever deleted or overwritten.
 */
export class Vault {
  /** Key sources and lock. */
  readonly access: VaultAccess;
  readonly #file: VaultFile;
  /** Tokens whose write has begun a moment ago. */
  readonly #saving = new WeakSet<Token>();

  constructor(parts: VaultParts) {
    this.#file = new VaultFile(parts);
    this.access = new VaultAccess(this.#file);
  }

  /** The file name as shown to people. */
  get fileName(): string {
    return this.#file.parts.file.name;
  }

  /** Sets who is told the profiles whose tokens are in another place than before. */
  onMoved(listener: (ids: ReadonlySet<ProfileId>) => void): void {
    this.#file.onMoved = listener;
  }

  /** Where tokens are stored; `opening` until known. */
  get storage(): VaultStatus {
    return this.#file.storage;
  }

  /**
   * Opens the vault with the keyring, or starts one that is written with its first token. Can be retried while the
   * keyring is locked.
   *
   * Afterwards the tokens in memory are sealed too.
   */
  open(): Promise<VaultOpening> {
    return this.#file.run(() => this.#file.open());
  }

  /**
   * Stores a token and returns where.
   *
   * If writing fails, the token is held in memory and saved with the next write; only a locked vault refuses.
   */
  async keep(profile: Profile, token: Token): Promise<Result<SecretPlace>> {
    if (this.#file.isLocked) return fail({ code: 'locked' });
    return this.#keep({ profile, token, kind: 'token' });
  }

  /** The same, but the token can be used at once; the promise says where it is stored in the end. */
  keepNow(profile: Profile, token: Token): Result<Promise<Result<SecretPlace>>> {
    const file = this.#file;
    if (file.isLocked) return fail({ code: 'locked' });
    // A vault that is not open may never write it.
    if (file.state.kind === 'open') this.#saving.add(token);
    const stored = this.#keep({ profile, token, kind: 'token' });
    void settleWithin(savingMs, stored).then(() => {
      this.#saving.delete(token);
      file.onMoved(new Set([profile.id]));
    });
    return ok(stored);
  }

  async #keep(held: HeldToken): Promise<Result<SecretPlace>> {
    const file = this.#file;
    const { token } = held;
    file.memory.put(held);
    const saving = await file.run(async (): Promise<Change | null> => {
      const contents = await file.contentsForWriting();
      // A token that waited for the vault to open has been saved by opening it.
      if (contents && file.isStored(token) && !file.memory.holds(held)) return { saved: done };
      if (!contents || !file.memory.holds(held)) return null;
      file.put(contents, held);
      return { saved: file.save(contents) };
    });
    if (saving === null) return ok('memory');
    const saved = await saving.saved;
    return saved.ok ? ok('sealed') : saved;
  }

  /** The token of exactly this profile; `unreadable` if it is bound to another address or trust. */
  find(profile: Profile): FoundToken {
    return this.#file.find(profile, 'token');
  }

  /** Which of these profiles has this token; null if no readable one has it. */
  holderOf(token: Token, profiles: readonly Profile[]): ProfileId | null {
    return findTokenHolder(this.#file, token, profiles);
  }

  /** Where the token of this profile is stored; null if there is none. */
  placeOf(profile: Profile): SecretPlace | null {
    const found = this.find(profile);
    if (found.kind !== 'token') return found.kind === 'none' ? null : 'unreadable';
    if (this.#file.memory.find(profile).kind !== 'token') return 'sealed';
    return this.#saving.has(found.token) ? 'saving' : 'memory';
  }

  /** Seals a password; never for plain HTTP, and never in memory only. */
  async keepPassword(profile: Profile, password: string): Promise<Result> {
    const problem = this.whyNoPassword(profile);
    if (problem) return problem;
    return this.#changeContents((contents) => {
      contents.put(profile, 'password', password);
      return true;
    });
  }

  /** Why a password of this profile would not be saved; null if it would. */
  whyNoPassword({ address }: Pick<Profile, 'address'>) {
    // SECURITY: a password that is sent unencrypted should not be sent by a single click.
    if (!isEncrypted(address)) return fail({ code: 'password-not-kept', reason: 'plain-http' } as const);
    if (!this.#file.parts.mayKeepPasswords())
      return fail({ code: 'password-not-kept', reason: 'turned-off' } as const);
    const isSealed = this.#file.state.kind === 'open';
    return isSealed ? null : fail({ code: 'password-not-kept', reason: 'not-sealed' } as const);
  }

  /** The saved password of exactly this profile; only for logging in again. */
  password(profile: Profile): string | null {
    const { state } = this.#file;
    if (state.kind !== 'open' || this.#file.isForgotten(profile.id, 'password')) return null;
    return state.contents.open(profile, 'password');
  }

  /** Whether a password of this profile is saved, even if it cannot be opened now. */
  holdsPassword(id: ProfileId): boolean {
    return this.#holdsSealed(id, 'password');
  }

  /** Removes a saved password from the vault file and its backup. */
  forgetPassword(id: ProfileId): Promise<Result> {
    return this.forgetPasswords([id]);
  }

  /** The same for several profiles, in one save. */
  forgetPasswords(ids: readonly ProfileId[]): Promise<Result> {
    return this.#changeContents((contents) => {
      const held = ids.filter((id) => contents.holds(id, 'password'));
      for (const id of ids) contents.remove(id, 'password');
      return held.length > 0;
    });
  }

  /** Seals the key and the chain of a client certificate, in PEM; never in memory only. */
  async keepClientKey(profile: Profile, pem: string): Promise<Result> {
    const kept = await this.#changeContents((contents) => {
      contents.put(profile, 'client-key', pem);
      return true;
    });
    return !kept.ok && kept.problem.code === 'store-not-open'
      ? fail({ code: 'client-certificate-not-kept' })
      : kept;
  }

  /** Why the key of a client certificate would not be kept; null if it would. */
  whyNoClientKey() {
    const isSealed = this.#file.state.kind === 'open';
    return isSealed ? null : fail({ code: 'client-certificate-not-kept' } as const);
  }

  /** The key and the chain of exactly this profile's client certificate; null if there are none, or not now. */
  clientKey(profile: Profile): string | null {
    const { state } = this.#file;
    if (state.kind !== 'open' || this.#file.isForgotten(profile.id, 'client-key')) return null;
    return state.contents.open(profile, 'client-key');
  }

  /** Whether the key of a client certificate of this profile is kept, even if it cannot be opened now. */
  holdsClientKey(id: ProfileId): boolean {
    return this.#holdsSealed(id, 'client-key');
  }

  /** Removes the key of a client certificate from the vault file and its backup. */
  forgetClientKey(id: ProfileId): Promise<Result> {
    return this.#changeContents((contents) => {
      const isHeld = contents.holds(id, 'client-key');
      contents.remove(id, 'client-key');
      return isHeld;
    });
  }

  /** Binds the key of a profile's client certificate to another state of the profile, or to another profile. */
  async carryClientKey(before: Profile, after: Profile): Promise<Result> {
    const pem = this.clientKey(before);
    return pem === null ? done : this.keepClientKey(after, pem);
  }

  /** Seals which programs may always use the token of a profile; null: none. Never in memory only. */
  keepPrograms(profile: Profile, text: string | null): Promise<Result> {
    return this.#changeContents((contents) => {
      const isHeld = contents.holds(profile.id, 'programs');
      if (text === null) contents.remove(profile.id, 'programs');
      else contents.put(profile, 'programs', text);
      return isHeld || text !== null;
    });
  }

  /** Which programs may always use the token of exactly this profile; null if none, or not now. */
  programs(profile: Profile): string | null {
    const { state } = this.#file;
    return state.kind === 'open' ? state.contents.open(profile, 'programs') : null;
  }

  /**
   * Removes a profile's secrets within `extent` from the vault file and its backup.
   *
   * While the vault is closed a sealed token stays in the file, which is a problem; it is removed once the vault opens.
   */
  forget(id: ProfileId, extent: Extent = 'all'): Promise<Result> {
    return this.#file.forget(id, extent);
  }

  /**
   * Reseals a profile's token and client certificate after a change of its trust; after a change of address, removes all
   * its secrets. If writing fails, they are held in memory for the changed profile and saved with the next write.
   */
  async reseal(before: Profile, after: Profile): Promise<Result> {
    if (before.id !== after.id) throw new Error('A token never changes its profile');
    const isSameServer =
      before.address.origin === after.address.origin && before.address.basePath === after.address.basePath;
    // SECURITY: a token is only ever sent to the server that issued it.
    if (!isSameServer) return this.forget(before.id);
    const carried = await this.carryClientKey(before, after);
    const programs = this.programs(before);
    if (programs !== null) await this.keepPrograms(after, programs);
    const found = this.find(before);
    const kept = found.kind === 'token' ? await this.keep(after, found.token) : done;
    if (!carried.ok) return carried;
    return kept.ok ? done : kept;
  }

  /**
   * Moves a token from use to a pending log-out, which alone may use it from then on; in one step, so that it is never
   * in both.
   *
   * A newer token of the profile stays in use. If writing fails, the token is held in memory; only a locked vault
   * refuses.
   */
  keepForLogout(profile: Profile, token: Token, logoutId: string): Promise<Result> {
    return this.#keepForLogout({ profile, token, kind: pendingLogoutKind(logoutId) });
  }

  /** The same synchronously, for a lock; what it seals is written after the vault has closed. */
  keepForLogoutNow(profile: Profile, token: Token, logoutId: string): void {
    const { memory, state } = this.#file;
    const held = { profile, token, kind: pendingLogoutKind(logoutId) };
    memory.put(held);
    memory.remove(profile.id, 'token');
    if (state.kind !== 'open') return;
    state.contents.remove(profile.id, 'token');
    this.#file.put(state.contents, held);
    void this.#file.save(state.contents, { forgetOld: true });
  }

  /** Reseals the token of a pending log-out for another trust. */
  async resealForLogout(before: Profile, after: Profile, logoutId: string): Promise<Result> {
    const found = this.findForLogout(before, logoutId);
    if (found.kind !== 'token') return done;
    return this.#keepForLogout({ profile: after, token: found.token, kind: pendingLogoutKind(logoutId) });
  }

  /** The token of exactly this pending log-out of exactly this profile. */
  findForLogout(profile: Profile, logoutId: string): FoundToken {
    return this.#file.find(profile, pendingLogoutKind(logoutId));
  }

  /** IDs of a profile's pending log-outs with a token. */
  pendingLogoutIds(id: ProfileId): readonly string[] {
    const { state, memory } = this.#file;
    const sealed = state.kind === 'open' ? state.contents.recordsOf(id) : [];
    const records = [...memory.of(id), ...sealed];
    return [...new Set(records.flatMap(({ kind }) => pendingLogoutIdOf(kind) ?? []))];
  }

  /** Whether the token of this pending log-out is in memory only, so that it is lost on quit. */
  isLogoutInMemory(profile: Profile, logoutId: string): boolean {
    return this.#file.memory.find(profile, pendingLogoutKind(logoutId)).kind === 'token';
  }

  /** Removes the token of a pending log-out from the vault file and its backup. */
  forgetLogout(id: ProfileId, logoutId: string): Promise<Result> {
    const file = this.#file;
    const kind = pendingLogoutKind(logoutId);
    return file.change(async () => {
      if (file.state.kind !== 'open' && file.mayHold(id)) return { saved: fail({ code: 'store-not-open' }) };
      file.memory.remove(id, kind);
      if (file.state.kind !== 'open' || !file.state.contents.holds(id, kind)) return { saved: done };
      file.state.contents.remove(id, kind);
      return { saved: file.save(file.state.contents, { forgetOld: true }) };
    });
  }

  /** Called once the server has ended a session: removes its token; if locked, as soon as the vault opens. */
  async logoutConfirmed(id: ProfileId, logoutId: string): Promise<Result> {
    if (!this.#file.isLocked) return this.forgetLogout(id, logoutId);
    this.#file.endLater(id, pendingLogoutKind(logoutId));
    return done;
  }

  /** Resolves when everything is written or refused; shortens the keyring's timeout. */
  async settle(): Promise<void> {
    this.#file.parts.patience.hurry();
    await this.#file.run(() => this.#file.parts.file.settle());
  }

  /** Closes the vault: waits briefly for running work, then wipes the key and the tokens in memory. */
  async close(): Promise<void> {
    const file = this.#file;
    await settleWithin(closingMs, this.settle());
    file.shut();
    await file.parts.file.settle();
    file.memory.clear();
  }

  #holdsSealed(id: ProfileId, sought: 'password' | 'client-key'): boolean {
    const { state } = this.#file;
    if (this.#file.isForgotten(id, sought)) return false;
    if (state.kind === 'open') return state.contents.holds(id, sought);
    const records = state.kind === 'shut' ? (state.envelope?.records ?? []) : [];
    return records.some(({ pid, kind }) => pid === id && kind === sought);
  }

  #keepForLogout(held: HeldToken): Promise<Result> {
    const file = this.#file;
    const { id } = held.profile;
    const isUsed = (found: FoundToken) =>
      found.kind === 'token' && found.token.fingerprint === held.token.fingerprint;
    return file.change(async () => {
      if (file.isLocked) return { saved: fail({ code: 'locked' }) };
      const contents = await file.contentsForWriting();
      file.memory.put(held);
      // SECURITY: from here on only the log-out can find this token (0020).
      if (isUsed(file.memory.find(held.profile))) file.memory.remove(id, 'token');
      if (!contents) return { saved: done };
      if (isUsed(contents.find(held.profile))) contents.remove(id, 'token');
      file.put(contents, held);
      return { saved: file.save(contents, { forgetOld: true }) };
    });
  }

  #changeContents(change: (contents: VaultContents) => boolean): Promise<Result> {
    const file = this.#file;
    return file.change(async () => {
      if (file.state.kind !== 'open') return { saved: fail({ code: 'store-not-open' }) };
      const { contents } = file.state;
      // SECURITY: a replaced or removed password must not stay in the backup.
      return { saved: change(contents) ? file.save(contents, { forgetOld: true }) : done };
    });
  }
}
