import type { SaveReason } from '../../contract/problem.ts';

/** What a text turned out to be. `salvage` is what could be understood of a text that is not whole. */
export type Parsed<Value> =
  | { readonly kind: 'good'; readonly value: Value }
  | { readonly kind: 'corrupt'; readonly salvage?: Value }
  | { readonly kind: 'newer' };

/** How one kind of file is read and written. */
export interface FileShape<Value> {
  /** The most bytes such a file may have. */
  readonly largest: number;
  read(text: string): Parsed<Value>;
  write(value: Value): string;
}

/**
 * What a deeper look at a well-formed value says, such as a seal over it.
 *
 * `unproven`: it may be whole, but that cannot be told here and now. Such a file is left alone.
 */
export type Proof = 'good' | 'corrupt' | 'unproven';

/** What opening a kept file found; `keptAs` names the file that holds what could not be read. */
export type FileOpening<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'missing' }
  | { readonly kind: 'restored'; readonly value: Value; readonly keptAs: string }
  | { readonly kind: 'unreadable'; readonly keptAs: string; readonly salvage: Value | null }
  | { readonly kind: 'unproven' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };
