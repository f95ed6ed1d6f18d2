import type { Result } from './core/result.ts';
import type { ProfileId } from './profiles/profile.ts';

/** The position of a person in the list. */
export interface ListPlace {
  /** The name of the view. */
  readonly view: string;
  readonly search: string;
  readonly selectedId: ProfileId | null;
  /** Scroll position in pixels. */
  readonly scrollTop: number;
}

/** The calls that keep the position in the list over a reload of the page, as on lock. */
export interface ListPlaceCalls {
  keepPlace(request: ListPlace): Promise<Result>;
  /** Null before it was first saved, and after a reset of the vault. */
  recallPlace(): Promise<Result<ListPlace | null>>;
}
