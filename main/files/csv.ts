/** A table as a text that spreadsheets open: CSV after RFC 4180, with the mark of UTF-8 in front. */
export function csvTable(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** Always in quotes: what is no separator here is one in the settings of another computer. */
function cellOf(text: string): string {
  return `"${harmless(text).replaceAll('"', '""')}"`;
}

/** Blanks, quotes and separators before a sign that begins a formula, in ASCII or in full width. */
const formulaStart = /(?<![\s",;|])([\s",;|]*)([=+\-@＝＋－＠])/g;

/**
 * The text with an apostrophe before every sign that could begin a formula.
 *
 * SECURITY: a spreadsheet runs a cell that begins like a formula, names come from servers and people, and Russian and
 * Spanish systems part lists by `;`: so it is looked for behind every separator, not at the beginning alone (0003).
 */
function harmless(text: string): string {
  const safe = text.replace(formulaStart, (whole, before: string, sign: string, at: number) =>
    at === 0 || /[,;|]|[^\S \u00a0]/.test(before) ? `${before}'${sign}` : whole,
  );
  return /^[\t\r\n]/.test(safe) ? `'${safe}` : safe;
}
