/** An update cannot be found, verified or installed. */
export type UpdateProblem =
  | { readonly code: 'update-source-missing' }
  | { readonly code: 'update-source-malformed' }
  | { readonly code: 'update-source-unreachable'; readonly source: string }
  | { readonly code: 'update-not-signed'; readonly source: string }
  | { readonly code: 'update-signature-wrong'; readonly source: string }
  | { readonly code: 'update-manifest-broken'; readonly source: string }
  | { readonly code: 'update-older'; readonly offered: string; readonly current: string }
  /** The manifest names no package for this system. */
  | { readonly code: 'update-package-missing'; readonly version: string }
  /** The package is not the one that the manifest describes. */
  | { readonly code: 'update-package-changed'; readonly version: string }
  | { readonly code: 'update-no-space'; readonly neededMb: number }
  | { readonly code: 'update-not-writable'; readonly folder: string }
  | { readonly code: 'update-not-installed'; readonly version: string };

/** The policy of the organization has decided this. */
export interface ManagedProblem {
  readonly code: 'managed';
}

/** It would show, need or save true names, and presentation mode is on. */
export interface PresentationProblem {
  readonly code: 'presentation-mode';
}
