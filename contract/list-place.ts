import type { Result } from './core/result.ts';
import type { ProfileId } from './profiles/profile.ts';

/** Where a person is in the list. */
export interface ListPlace {
  /** The name of the view. */
  readonly view: string;
  readonly search: string;
  readonly selectedId: ProfileId | null;
  /** How far the list is scrolled, in pixels. */
  readonly scrollTop: number;
}

/** What keeps a person's place while the page is loaded anew: a lock leaves nothing of it in the page. */
export interface ListPlaceCalls {
  keepPlace(request: ListPlace): Promise<Result>;
  /** Null before anything was kept, and after a new store was begun. */
  recallPlace(): Promise<Result<ListPlace | null>>;
}
