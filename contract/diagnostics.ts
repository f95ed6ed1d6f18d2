import type { Result } from './core/result.ts';

/** The calls about the diagnostics report. */
export interface DiagnosticsCalls {
  /** The report exactly as it will be written: names and addresses replaced, no secrets. */
  prepareDiagnostics(): Promise<Result<string>>;
  /** Writes the report prepared last to a chosen file; returns the file name, or null if the person cancelled. */
  saveDiagnostics(): Promise<Result<string | null>>;
}
