import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { ProfileBook } from '../profiles/profile-store.ts';
import { mostEndings, type SavedEnding } from '../profiles/saved/pending-logouts-schema.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';
import { type EndingPlace, endingShown, isOver, newEnding, profileOf } from './pending-logout.ts';
import type { Fleet } from './session-store.ts';

interface Deps {
  readonly fleet: Pick<Fleet, 'profile' | 'rows' | 'showEndings'>;
  readonly book: Pick<ProfileBook, 'get' | 'keepFacts' | 'fileName'>;
  readonly vault: Pick<Vault, 'endings'>;
  readonly now: () => EpochMs;
  readonly isUnderWay: (endingId: string) => boolean;
}

/** A token that the vault need not be asked for, and until when its server may take to answer. */
export interface InHand {
  readonly token: Token;
  readonly patience: AbortSignal;
}

/** What is kept and shown of endings: the book has the facts, the vault the tokens, the rows what people see. */
export class EndingList {
  constructor(private readonly deps: Deps) {}

  of(id: ProfileId): readonly SavedEnding[] {
    return this.deps.book.get(id)?.endings ?? [];
  }

  /** The one that has to go before another can be kept; null while there is room. */
  tooMany(id: ProfileId): SavedEnding | null {
    const [oldest, ...others] = this.of(id);
    return oldest && others.length + 1 >= mostEndings ? oldest : null;
  }

  get(id: ProfileId, endingId: string): SavedEnding | undefined {
    return this.of(id).find((ending) => ending.id === endingId);
  }

  /** Every ending there is, with its profile as it is now. */
  all(): readonly { readonly profile: Profile; readonly ending: SavedEnding }[] {
    const { fleet } = this.deps;
    return fleet.rows().flatMap(({ profile }) => this.of(profile.id).map((ending) => ({ profile, ending })));
  }

  /** Adds an ending, or takes a changed one in the place of the same one. */
  put(id: ProfileId, ending: SavedEnding): void {
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
    for (const id of vault.endings.idsOf(profile.id)) {
      const isKnown = this.get(profile.id, id) !== undefined;
      if (!isKnown && vault.endings.find(profile, id).kind === 'token')
        this.put(profile.id, newEnding(id, profile, null, now()));
    }
  }

  /** Gives up those whose tokens are gone, and says which. */
  giveUpLost(profile: Profile): readonly SavedEnding[] {
    const now = this.deps.now();
    const lost = this.of(profile.id).filter(
      (ending) => !ending.givenUp && !isOver(ending, now) && this.placeOf(profile, ending) === 'gone',
    );
    for (const ending of lost) this.put(profile.id, { ...ending, givenUp: true });
    return lost;
  }

  /** Those whose tokens go when the app quits. */
  inMemory() {
    const { endings } = this.deps.vault;
    return this.all().filter(({ profile, ending }) =>
      endings.isInMemory(profileOf(profile, ending), ending.id),
    );
  }

  placeOf(profile: Profile, ending: SavedEnding): EndingPlace {
    const { kind } = this.deps.vault.endings.find(profileOf(profile, ending), ending.id);
    if (kind === 'none') return 'gone';
    return kind === 'token' ? 'here' : 'unreadable';
  }

  show(id: ProfileId): void {
    const { fleet, isUnderWay } = this.deps;
    const profile = fleet.profile(id);
    if (!profile) return;
    const shown = this.of(id).map((ending) =>
      endingShown(ending, this.placeOf(profile, ending), isUnderWay(ending.id)),
    );
    fleet.showEndings(id, shown);
  }

  #keep(id: ProfileId, endings: readonly SavedEnding[]): void {
    const { book } = this.deps;
    void book.keepFacts(id, { endings });
    this.show(id);
  }
}
