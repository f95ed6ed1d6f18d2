import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import { maxPendingLogouts, type SavedPendingLogout } from '../profiles/saved/pending-logouts-schema.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';
import {
  isOver,
  newPendingLogout,
  type PendingTokenPlace,
  pendingLogoutView,
  profileForLogout,
} from './pending-logout.ts';
import type { SessionStore } from './session-store.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'rows' | 'showPendingLogouts'>;
  readonly profileStore: Pick<ProfileStore, 'get' | 'keepFacts' | 'fileName'>;
  readonly vault: Pick<Vault, 'pendingLogouts'>;
  readonly now: () => EpochMs;
  readonly isUnderWay: (endingId: string) => boolean;
}

/** A token already in memory, and the deadline for the server's response. */
export interface InHand {
  readonly token: Token;
  readonly patience: AbortSignal;
}

/** The pending log-outs: facts in the profile store, tokens in the vault, and the part shown in rows. */
export class PendingLogoutList {
  constructor(private readonly deps: Deps) {}

  of(id: ProfileId): readonly SavedPendingLogout[] {
    return this.deps.profileStore.get(id)?.endings ?? [];
  }

  /** The pending log-out to drop before another can be added; null while there is room. */
  tooMany(id: ProfileId): SavedPendingLogout | null {
    const [oldest, ...others] = this.of(id);
    return oldest && others.length + 1 >= maxPendingLogouts ? oldest : null;
  }

  get(id: ProfileId, endingId: string): SavedPendingLogout | undefined {
    return this.of(id).find((ending) => ending.id === endingId);
  }

  /** All pending log-outs with their current profiles. */
  all(): readonly { readonly profile: Profile; readonly ending: SavedPendingLogout }[] {
    const { sessions } = this.deps;
    return sessions
      .rows()
      .flatMap(({ profile }) => this.of(profile.id).map((ending) => ({ profile, ending })));
  }

  /** Adds a pending log-out, or replaces the one with the same ID. */
  put(id: ProfileId, ending: SavedPendingLogout): void {
    const known = this.of(id);
    const isKnown = known.some((one) => one.id === ending.id);
    this.#keep(id, isKnown ? known.map((one) => (one.id === ending.id ? ending : one)) : [...known, ending]);
  }

  remove(id: ProfileId, endingId: string): void {
    this.#keep(
      id,
      this.of(id).filter((ending) => ending.id !== endingId),
    );
  }

  /** Adds an entry for a token in the vault that has none, as after restoring an older `profiles.json`. */
  adopt(profile: Profile): void {
    const { vault, now } = this.deps;
    for (const id of vault.pendingLogouts.idsOf(profile.id)) {
      const isKnown = this.get(profile.id, id) !== undefined;
      if (!isKnown && vault.pendingLogouts.find(profile, id).kind === 'token')
        this.put(profile.id, newPendingLogout(id, profile, null, now()));
    }
  }

  /** Gives up the entries whose token is gone, and returns them. */
  giveUpLost(profile: Profile): readonly SavedPendingLogout[] {
    const now = this.deps.now();
    const lost = this.of(profile.id).filter(
      (ending) => !ending.givenUp && !isOver(ending, now) && this.placeOf(profile, ending) === 'gone',
    );
    for (const ending of lost) this.put(profile.id, { ...ending, givenUp: true });
    return lost;
  }

  /** The entries whose token is in memory only. */
  inMemory() {
    const { pendingLogouts } = this.deps.vault;
    return this.all().filter(({ profile, ending }) =>
      pendingLogouts.isInMemory(profileForLogout(profile, ending), ending.id),
    );
  }

  placeOf(profile: Profile, ending: SavedPendingLogout): PendingTokenPlace {
    const { kind } = this.deps.vault.pendingLogouts.find(profileForLogout(profile, ending), ending.id);
    if (kind === 'none') return 'gone';
    return kind === 'token' ? 'here' : 'unreadable';
  }

  show(id: ProfileId): void {
    const { sessions, isUnderWay } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return;
    const shown = this.of(id).map((ending) =>
      pendingLogoutView(ending, this.placeOf(profile, ending), isUnderWay(ending.id)),
    );
    sessions.showPendingLogouts(id, shown);
  }

  #keep(id: ProfileId, endings: readonly SavedPendingLogout[]): void {
    const { profileStore } = this.deps;
    void profileStore.keepFacts(id, { endings });
    this.show(id);
  }
}
