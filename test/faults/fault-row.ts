/** A fault or bad input that the app has to survive. Its tests have the tag `@row-` with its number. */
export interface FaultRow {
  readonly number: number;
  readonly title: string;
  /** A decision that may be unexpected, or what remains open. */
  readonly ours?: string;
  /** Why no test can show it here, for instance without Windows or macOS. */
  readonly notHere?: string;
  /** What is not tested yet. */
  readonly notYet?: string;
}

/** Rows about one subject. */
export interface FaultSection {
  readonly title: string;
  readonly rows: readonly FaultRow[];
}
