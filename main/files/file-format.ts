import type { SaveReason } from '../../contract/core/problem.ts';

/**
 * What a text turned out to be. `salvage` is what could be understood of a text that is not whole; `upgradedFrom` is
 * the older version in which a good text is written.
 */
export type Parsed<Value> =
  | { readonly kind: 'good'; readonly value: Value; readonly upgradedFrom?: number }
  | { readonly kind: 'corrupt'; readonly salvage?: Value }
  | { readonly kind: 'newer' };

/** Which state of which thing a file holds; `gen` only ever grows. */
export interface Generation {
  readonly id: string;
  readonly gen: number;
}

/** How one kind of file is read and written. */
export interface FileShape<Value> {
  /** The most bytes such a file may have. */
  readonly largest: number;
  read(text: string): Parsed<Value>;
  write(value: Value): string;
  /** Where it is offered, a file that is older than its own backup is noticed. */
  generation?(value: Value): Generation;
}

/**
 * What a deeper look at a well-formed value says, such as a seal over it.
 *
 * `unproven`: it may be whole, but that cannot be told here and now. Such a file is left alone.
 */
export type Proof = 'good' | 'corrupt' | 'unproven';

/** Why a backup is used: the file could not be, or an older one had been put in its place. */
export type RestoredWhy = 'damaged' | 'older';

/** What opening a kept file found; `keptAs` names the file that holds what is not used. */
export type FileOpening<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'restored';
      readonly why: RestoredWhy;
      readonly value: Value;
      readonly keptAs: string;
    }
  | { readonly kind: 'unreadable'; readonly keptAs: string; readonly salvage: Value | null }
  | { readonly kind: 'unproven' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };
