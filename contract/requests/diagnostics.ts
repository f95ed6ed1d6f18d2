import type { DiagnosticsCalls } from '../diagnostics.ts';
import { MalformedMessage } from './parse.ts';

type Readers = { readonly [Name in keyof DiagnosticsCalls]: (raw: unknown) => undefined };

const nothing = (raw: unknown): undefined => {
  if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
};

/** One reader for each call about the report. */
export const diagnosticsReaders: Readers = { prepareDiagnostics: nothing, saveDiagnostics: nothing };
