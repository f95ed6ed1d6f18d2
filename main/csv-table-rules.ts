/** A table as a text that spreadsheets open: CSV after RFC 4180, with the mark of UTF-8 in front. */
export function csvTable(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  // SECURITY: a spreadsheet would run a cell that begins like a formula, and names come from servers and people (0003).
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
