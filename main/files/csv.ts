/** A table as CSV (RFC 4180) with a UTF-8 byte order mark, which spreadsheets need. */
export function csvTable(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** Always quoted, since the separator depends on the settings of the computer that opens the file. */
function cellOf(text: string): string {
  return `"${harmless(text).replaceAll('"', '""')}"`;
}

/** Spaces, quotes and separators before a character that starts a formula, ASCII or full-width. */
const formulaStart = /(?<![\s",;|])([\s",;|]*)([=+\-@＝＋－＠])/g;

/**
 * Puts an apostrophe before every character that could start a formula.
 *
 * SECURITY: spreadsheets execute cells that start like a formula, and names come from servers and people. Russian and
 * Spanish systems separate by `;`, so every separator counts, not only the start of the cell (0003).
 */
function harmless(text: string): string {
  const safe = text.replace(formulaStart, (whole, before: string, sign: string, at: number) =>
    at === 0 || /[,;|]|[^\S \u00a0]/.test(before) ? `${before}'${sign}` : whole,
  );
  return /^[\t\r\n]/.test(safe) ? `'${safe}` : safe;
}
