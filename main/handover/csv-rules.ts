import { CsvError, parse } from 'csv-parse/sync';
import { mostEntries } from '../../contract/hand-over.ts';
import type { HandOverProblem } from '../../contract/hand-over-problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { type Column, columnOf, environmentOf, isYes } from './column-names.ts';
import type { Incoming, IncomingList } from './incoming.ts';

const delimiters = [',', ';', '\t'] as const;

/** The longest row, in characters. */
const longestRow = 100_000;

/** Reads a list from a spreadsheet (RFC 4180): a row of headings, then one server a row. */
export function readCsv(text: string): Result<IncomingList, HandOverProblem> {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return fail({ code: 'import-unknown' });
  const rows = rowsOf(text, delimiter);
  if (!rows.ok) return rows;
  const [headings = [], ...entries] = rows.value;
  const columns = headings.map(columnOf);
  if (!columns.includes('address')) return fail({ code: 'csv-without-address' });
  if (entries.length > mostEntries) return fail({ code: 'import-too-many', most: mostEntries });
  const items = entries.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  if (items.length === 0) return fail({ code: 'import-empty' });
  const secretsLeftOut = items.some((cells) =>
    cells.some((cell, at) => columns[at] === 'secret' && cell.trim() !== ''),
  );
  return ok({ source: 'csv', items: items.map((cells) => incomingFrom(columns, cells)), secretsLeftOut });
}

/** The sign that takes the headings apart into the most words that mean something; null if none does. */
function delimiterOf(text: string): string | null {
  const known = delimiters.map((delimiter) => {
    const rows = rowsOf(text, delimiter, 1);
    const count = rows.ok ? (rows.value[0] ?? []).filter((heading) => columnOf(heading) !== null).length : 0;
    return { delimiter, count };
  });
  const best = known.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count === 0 ? null : best.delimiter;
}

function rowsOf(
  text: string,
  delimiter: string,
  to = mostEntries + 2,
): Result<readonly (readonly string[])[], HandOverProblem> {
  try {
    const rows = parse(text, {
      delimiter,
      to,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: longestRow,
    });
    return ok(rows);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { readonly lines?: unknown };
    return fail({ code: 'csv-broken', line: typeof lines === 'number' ? lines : 1 });
  }
}

function incomingFrom(columns: readonly (Column | null)[], cells: readonly string[]): Incoming {
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
    environment: environment === null ? null : environmentOf(environment),
    favourite: favourite === null ? null : isYes(favourite),
    pin: null,
    kept: null,
  };
}
