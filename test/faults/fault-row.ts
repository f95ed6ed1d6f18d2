/** One fault or bad input that the app must survive. Its tests carry the tag `@row-` with its number. */
export interface FaultRow {
  readonly number: number;
  readonly title: string;
  /** What we decided where one might expect something else, or what of the row stays open. */
  readonly ours?: string;
  /** Why no test can show it on a computer without a person, a Windows or a macOS. */
  readonly notHere?: string;
  /** What is not tested yet. */
  readonly notYet?: string;
}

/** Rows about one subject. */
export interface FaultSection {
  readonly title: string;
  readonly rows: readonly FaultRow[];
}
