import type { DiagnosticsCalls } from '../diagnostics.ts';
import { type JournalCalls, type JournalFilter, journalKindNames } from '../journal.ts';
import { asOneOf, asProfileId, asText, asWhole, fields, MalformedMessage } from './parse.ts';

type Readers = { readonly [Name in keyof JournalCalls]: (raw: unknown) => Parameters<JournalCalls[Name]>[0] };

/** Maximum number of entries on one page. */
const maxPageSize = 500;

/** The readers of the calls about the journal. */
export const journalReaders: Readers = {
  readJournal: (raw) => {
    const found = fields(raw, ['profileId', 'kind', 'text', 'before', 'limit']);
    return {
      ...readFilter(found),
      before: found.before === null ? null : asWhole(found.before),
      limit: asWhole(found.limit, maxPageSize),
    };
  },
  saveJournal: (raw) => readFilter(fields(raw, ['profileId', 'kind', 'text'])),
};

function readFilter(found: Record<'profileId' | 'kind' | 'text', unknown>): JournalFilter {
  return {
    profileId: found.profileId === null ? null : asProfileId(found.profileId),
    kind: found.kind === null ? null : asOneOf(found.kind, journalKindNames),
    text: asText(found.text, 1_000),
  };
}

type DiagnosticsReaders = { readonly [Name in keyof DiagnosticsCalls]: (raw: unknown) => undefined };

const nothing = (raw: unknown): undefined => {
  if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
};

/** The readers of the calls about the diagnostics report. */
export const diagnosticsReaders: DiagnosticsReaders = {
  prepareDiagnostics: nothing,
  saveDiagnostics: nothing,
};
