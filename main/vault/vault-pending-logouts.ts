import { done, fail, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Token } from '../token/token.ts';
import { pendingLogoutIdOf, pendingLogoutKind } from './crypto/record.ts';
import type { HeldToken } from './memory-tokens.ts';
import type { FoundToken } from './vault-contents.ts';
import type { VaultCore } from './vault-core.ts';
import { mayHold } from './vault-opening.ts';

/**
 * Tokens that nobody may use any more, kept only so that their servers can be asked to end them.
 *
 * Bound like any other token to a profile, its address and its trust, and each to its own ending.
 */
export class VaultPendingLogouts {
  readonly #core: VaultCore;

  constructor(core: VaultCore) {
    this.#core = core;
  }

  /**
   * Takes a token out of use and keeps it for its ending; both at once, so that it is never in two places.
   *
   * A token that a login brought meanwhile stays in use.
   *
   * On a problem with the disk it is held in memory all the same; only a locked vault takes nothing.
   */
  setAside(profile: Profile, token: Token, endingId: string): Promise<Result> {
    return this.#keep({ profile, token, kind: pendingLogoutKind(endingId) });
  }

  /** The same at once, for a lock: what is sealed by it is written while the vault is shut already. */
  setAsideNow(profile: Profile, token: Token, endingId: string): void {
    const core = this.#core;
    const held = { profile, token, kind: pendingLogoutKind(endingId) };
    core.memory.put(held);
    core.memory.remove(profile.id, 'token');
    if (core.state.kind !== 'open') return;
    const { contents } = core.state;
    contents.remove(profile.id, 'token');
    core.put(contents, held);
    void core.save(contents, { forgetOld: true });
  }

  /** Keeps the token of a pending log-out under another trust. */
  async reseal(before: Profile, after: Profile, endingId: string): Promise<Result> {
    const found = this.find(before, endingId);
    if (found.kind !== 'token') return done;
    return this.#keep({ profile: after, token: found.token, kind: pendingLogoutKind(endingId) });
  }

  /** The token of exactly this pending log-out of exactly this profile. */
  find(profile: Profile, endingId: string): FoundToken {
    const kind = pendingLogoutKind(endingId);
    const inMemory = this.#core.memory.find(profile, kind);
    if (inMemory.kind !== 'none') return inMemory;
    const { state, toForget } = this.#core;
    if (toForget.get(profile.id) === 'all' || state.kind === 'empty') return { kind: 'none' };
    if (state.kind === 'open') return state.contents.find(profile, kind);
    return state.kind === 'closed' || mayHold(state, profile.id) ? { kind: 'unreadable' } : { kind: 'none' };
  }

  /** The pending log-outs that have a token here. */
  idsOf(id: ProfileId): readonly string[] {
    const { state, memory } = this.#core;
    const sealed = state.kind === 'open' ? state.contents.content.records : [];
    const kinds = [
      ...memory.all().flatMap(({ profile, kind }) => (profile.id === id ? [kind] : [])),
      ...sealed.flatMap(({ pid, kind }) => (pid === id ? [kind] : [])),
    ];
    return [...new Set(kinds.flatMap((kind) => pendingLogoutIdOf(kind) ?? []))];
  }

  /** Is the token of this pending log-out in memory only, so that it goes when the app quits? */
  isInMemory(profile: Profile, endingId: string): boolean {
    return this.#core.memory.find(profile, pendingLogoutKind(endingId)).kind === 'token';
  }

  /** Forgets the token of a pending log-out, in the vault's file and in its backup. */
  async forget(id: ProfileId, endingId: string): Promise<Result> {
    const core = this.#core;
    const kind = pendingLogoutKind(endingId);
    const { saved } = await core.run(async (): Promise<{ saved: Promise<Result> }> => {
      const { state } = core;
      if (state.kind === 'closed' || (state.kind === 'shut' && mayHold(state, id)))
        return { saved: Promise.resolve(fail({ code: 'store-not-open' })) };
      core.memory.remove(id, kind);
      if (state.kind !== 'open' || !state.contents.holds(id, kind)) return { saved: Promise.resolve(done) };
      state.contents.remove(id, kind);
      return { saved: core.save(state.contents, { forgetOld: true }) };
    });
    return saved;
  }

  /** The server has ended a session: its token goes, behind a lock as soon as the vault opens. */
  async ended(id: ProfileId, endingId: string): Promise<Result> {
    const { locked, memory, toEnd } = this.#core;
    if (!locked) return this.forget(id, endingId);
    const kind = pendingLogoutKind(endingId);
    memory.remove(id, kind);
    toEnd.set(id, (toEnd.get(id) ?? new Set()).add(kind));
    return done;
  }

  async #keep(held: HeldToken): Promise<Result> {
    const core = this.#core;
    const { id } = held.profile;
    const isUsed = (found: FoundToken) =>
      found.kind === 'token' && found.token.fingerprint === held.token.fingerprint;
    const { saved } = await core.run(async (): Promise<{ saved: Promise<Result> }> => {
      if (core.locked) return { saved: Promise.resolve(fail({ code: 'locked' })) };
      const contents = await core.contentsForWriting();
      core.memory.put(held);
      // SECURITY: from here on no call finds this token but the one that ends it (0020).
      if (isUsed(core.memory.find(held.profile))) core.memory.remove(id, 'token');
      if (!contents) return { saved: Promise.resolve(done) };
      if (isUsed(contents.find(held.profile))) contents.remove(id, 'token');
      core.put(contents, held);
      return { saved: core.save(contents, { forgetOld: true }) };
    });
    return saved;
  }
}
