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

/** A token that the vault need not be asked for, and until when its server may take to answer. */
export interface InHand {
  readonly token: Token;
  readonly patience: AbortSignal;
}

/** What is kept and shown of pending log-outs: the profile store has the facts, the vault the tokens, the rows what people see. */
export class PendingLogoutList {
  constructor(private readonly deps: Deps) {}

  of(id: ProfileId): readonly SavedPendingLogout[] {
    return this.deps.profileStore.get(id)?.endings ?? [];
  }

  /** The one that has to go before another can be kept; null while there is room. */
  tooMany(id: ProfileId): SavedPendingLogout | null {
    const [oldest, ...others] = this.of(id);
    return oldest && others.length + 1 >= maxPendingLogouts ? oldest : null;
  }

  get(id: ProfileId, endingId: string): SavedPendingLogout | undefined {
    return this.of(id).find((ending) => ending.id === endingId);
  }

  /** Every pending log-out there is, with its profile as it is now. */
  all(): readonly { readonly profile: Profile; readonly ending: SavedPendingLogout }[] {
    const { sessions } = this.deps;
    return sessions
      .rows()
      .flatMap(({ profile }) => this.of(profile.id).map((ending) => ({ profile, ending })));
  }

  /** Adds a pending log-out, or takes a changed one in the place of the same one. */
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

  /** A token whose ending was lost with an older list of profiles is ended all the same. */
  adopt(profile: Profile): void {
    const { vault, now } = this.deps;
    for (const id of vault.pendingLogouts.idsOf(profile.id)) {
      const isKnown = this.get(profile.id, id) !== undefined;
      if (!isKnown && vault.pendingLogouts.find(profile, id).kind === 'token')
        this.put(profile.id, newPendingLogout(id, profile, null, now()));
    }
  }

  /** Gives up those whose tokens are gone, and says which. */
  giveUpLost(profile: Profile): readonly SavedPendingLogout[] {
    const now = this.deps.now();
    const lost = this.of(profile.id).filter(
      (ending) => !ending.givenUp && !isOver(ending, now) && this.placeOf(profile, ending) === 'gone',
    );
    for (const ending of lost) this.put(profile.id, { ...ending, givenUp: true });
    return lost;
  }

  /** Those whose tokens go when the app quits. */
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
