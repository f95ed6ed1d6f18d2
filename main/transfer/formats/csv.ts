import { CsvError, parse } from 'csv-parse/sync';
import type { TransferProblem } from '../../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../../contract/core/result.ts';
import { maxEntries } from '../../../contract/transfer.ts';
import { type Column, isYes, parseColumn, parseEnvironment } from './column-names.ts';
import type { ImportedEntry, ParsedImport } from './imported-entry.ts';

const delimiters = [',', ';', '\t'] as const;

/** Maximum length of a row in characters. */
const maxRowLength = 100_000;

/** Parses CSV (RFC 4180): a header row, then one server per row. */
export function readCsv(text: string): Result<ParsedImport, TransferProblem> {
  const delimiter = detectDelimiter(text);
  if (delimiter === null) return fail({ code: 'import-unknown' });
  const rows = parseRows(text, delimiter);
  if (!rows.ok) return rows;
  const [headings, ...entries] = rows.value;
  const columns = (headings?.cells ?? []).map(parseColumn);
  if (!columns.includes('address')) return fail({ code: 'csv-without-address' });
  if (entries.length > maxEntries) return fail({ code: 'import-too-many', most: maxEntries });
  const items = entries.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (items.length === 0) return fail({ code: 'import-empty' });
  const secretsLeftOut = items.some(({ cells }) =>
    cells.some((cell, at) => columns[at] === 'secret' && cell.trim() !== ''),
  );
  return ok({ source: 'csv', items: items.map((row) => incomingFrom(columns, row)), secretsLeftOut });
}

/** The delimiter that gives the most known headings; null if none gives any. */
function detectDelimiter(text: string): string | null {
  const known = delimiters.map((delimiter) => {
    const rows = parseRows(text, delimiter, 1);
    const count = rows.ok
      ? (rows.value[0]?.cells ?? []).filter((heading) => parseColumn(heading) !== null).length
      : 0;
    return { delimiter, count };
  });
  const best = known.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count === 0 ? null : best.delimiter;
}

interface CsvRow {
  readonly cells: readonly string[];
  /** The line number where the row starts. */
  readonly line: number;
}

function parseRows(
  text: string,
  delimiter: string,
  to = maxEntries + 2,
): Result<readonly CsvRow[], TransferProblem> {
  try {
    const rows = parse(text, {
      info: true,
      delimiter,
      to,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: maxRowLength,
    });
    // The parser's types do not cover the `info` option.
    return ok(withLines(rows as unknown as readonly ParsedRow[]));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { readonly lines?: unknown };
    return fail({ code: 'csv-broken', line: typeof lines === 'number' ? lines : 1 });
  }
}

interface ParsedRow {
  readonly record: readonly string[];
  /** The number of lines read at the end of the row. */
  readonly info: { readonly lines: number };
}

/** Adds the line number of each row. Within quotes the parser counts CRLF as two line breaks. */
function withLines(rows: readonly ParsedRow[]): readonly CsvRow[] {
  let tooMany = 0;
  return rows.map(({ record, info }) => {
    const text = record.join('');
    const line = info.lines - (text.match(/[\r\n]/g)?.length ?? 0) - tooMany;
    tooMany += text.match(/\r\n/g)?.length ?? 0;
    return { cells: record, line };
  });
}

function incomingFrom(columns: readonly (Column | null)[], { cells, line }: CsvRow): ImportedEntry {
  const cell = (column: Column): string | null => {
    const at = columns.indexOf(column);
    return at === -1 ? null : (cells[at] ?? '').trim();
  };
  const tags = cell('tags');
  const environment = cell('environment');
  const favourite = cell('favourite');
  return {
    address: cell('address') ?? '',
    userName: cell('userName') ?? '',
    name: cell('name') || null,
    tags:
      tags === null
        ? null
        : tags
            .split(/[,;|]/)
            .map((tag) => tag.trim())
            .filter((tag) => tag !== ''),
    environment: environment === null ? null : parseEnvironment(environment),
    favourite: favourite === null ? null : isYes(favourite),
    notes: cell('notes'),
    pin: null,
    kept: null,
    line,
  };
}
