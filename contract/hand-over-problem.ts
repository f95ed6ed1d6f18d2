/** A file cannot be taken over, or not be written. */
export type HandOverProblem =
  | { readonly code: 'import-not-read'; readonly file: string }
  | { readonly code: 'import-too-large'; readonly largestMb: number }
  | { readonly code: 'import-not-text' }
  | { readonly code: 'import-unknown' }
  | { readonly code: 'import-broken' }
  | { readonly code: 'import-newer' }
  | { readonly code: 'import-empty' }
  | { readonly code: 'import-too-many'; readonly most: number }
  | { readonly code: 'csv-without-address' }
  | { readonly code: 'csv-broken'; readonly line: number }
  /** Two entries of one file are about the same server and user. */
  | { readonly code: 'import-repeated' }
  /** What was looked at is not there any more, or something else was chosen since. */
  | { readonly code: 'import-gone' }
  /** The list has changed since a person looked at what would happen. */
  | { readonly code: 'import-outdated' }
  | { readonly code: 'backup-too-large'; readonly largestMb: number };
