/** A login to several servers cannot begin. */
export type BulkLoginProblem =
  | { readonly code: 'bulk-login-under-way' }
  | { readonly code: 'domain-not-agreed' };
