import { done, fail, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Token } from '../token/token.ts';
import { pendingLogoutIdOf, pendingLogoutKind } from './crypto/record.ts';
import type { HeldToken } from './memory-tokens.ts';
import type { FoundToken } from './vault-contents.ts';
import type { VaultCore } from './vault-core.ts';
import { mayHold } from './vault-opening.ts';

/**
 * The tokens of pending log-outs, which only the log-out itself may use.
 *
 * Each is bound to a profile, its address and trust, and to its own pending log-out.
 */
export class VaultPendingLogouts {
  readonly #core: VaultCore;

  constructor(core: VaultCore) {
    this.#core = core;
  }

  /**
   * Moves a token from use to a pending log-out, in one step, so that it is never in both.
   *
   * A newer token of the profile stays in use. If writing fails, the token is held in memory; only a locked vault
   * refuses.
   */
  setAside(profile: Profile, token: Token, endingId: string): Promise<Result> {
    return this.#keep({ profile, token, kind: pendingLogoutKind(endingId) });
  }

  /** The same synchronously, for a lock; what it seals is written after the vault has closed. */
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

  /** Reseals the token of a pending log-out for another trust. */
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

  /** IDs of the pending log-outs with a token. */
  idsOf(id: ProfileId): readonly string[] {
    const { state, memory } = this.#core;
    const sealed = state.kind === 'open' ? state.contents.content.records : [];
    const kinds = [
      ...memory.all().flatMap(({ profile, kind }) => (profile.id === id ? [kind] : [])),
      ...sealed.flatMap(({ pid, kind }) => (pid === id ? [kind] : [])),
    ];
    return [...new Set(kinds.flatMap((kind) => pendingLogoutIdOf(kind) ?? []))];
  }

  /** Whether the token of this pending log-out is in memory only, so that it is lost on quit. */
  isInMemory(profile: Profile, endingId: string): boolean {
    return this.#core.memory.find(profile, pendingLogoutKind(endingId)).kind === 'token';
  }

  /** Removes the token of a pending log-out from the vault file and its backup. */
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

  /** Called once the server has ended a session: removes its token; if locked, as soon as the vault opens. */
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
      // SECURITY: from here on only the log-out can find this token (0020).
      if (isUsed(core.memory.find(held.profile))) core.memory.remove(id, 'token');
      if (!contents) return { saved: Promise.resolve(done) };
      if (isUsed(contents.find(held.profile))) contents.remove(id, 'token');
      core.put(contents, held);
      return { saved: core.save(contents, { forgetOld: true }) };
    });
    return saved;
  }
}
