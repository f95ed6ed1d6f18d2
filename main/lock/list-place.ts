import { done, ok } from '../../contract/core/result.ts';
import type { ListPlace, ListPlaceCalls } from '../../contract/list-place.ts';

/** Keeps the position in the list while the page reloads; in memory only, since a search may contain a name. */
export class ListPlaceStore {
  #place: ListPlace | null = null;

  readonly answers: ListPlaceCalls = {
    keepPlace: async (place) => {
      this.#place = place;
      return done;
    },
    recallPlace: async () => ok(this.#place),
  };

  /** Called on a reset, when the window opens for somebody who has not proved to be the owner. */
  forget(): void {
    this.#place = null;
  }
}
