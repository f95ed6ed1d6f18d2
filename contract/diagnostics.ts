import type { Result } from './core/result.ts';

/** What may be asked about the report for whoever helps. */
export interface DiagnosticsCalls {
  /** The report, word for word as it will be written: names and addresses are replaced, secrets are never in it. */
  prepareDiagnostics(): Promise<Result<string>>;
  /** Writes the report that was prepared last where a person chooses; the name of the file, or null if none was chosen. */
  saveDiagnostics(): Promise<Result<string | null>>;
}
