/** Ending sessions or blocking a device on a server cannot be done as asked. */
export type RemoteSessionProblem =
  /** The list that a person chose from is not kept any more, or is of another login. */
  | { readonly code: 'list-outdated' }
  | { readonly code: 'own-device' }
  | { readonly code: 'block-reason-missing' }
  | { readonly code: 'block-reason-too-long'; readonly longest: number }
  | { readonly code: 'block-end-not-ahead' };
