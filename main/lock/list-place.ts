import { done, ok } from '../../contract/core/result.ts';
import type { ListPlace, ListPlaceCalls } from '../../contract/list-place.ts';

/** Keeps the place in the list while the page is loaded anew; in memory only, since a search may be a name. */
export class ListPlaceStore {
  #place: ListPlace | null = null;

  readonly answers: ListPlaceCalls = {
    keepPlace: async (place) => {
      this.#place = place;
      return done;
    },
    recallPlace: async () => ok(this.#place),
  };

  /** For whoever opens the window without having been let in. */
  forget(): void {
    this.#place = null;
  }
}
