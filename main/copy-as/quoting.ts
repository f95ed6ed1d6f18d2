/**
 * A text as one argument of a POSIX shell or of fish.
 *
 * SECURITY: a token comes from a server, which could otherwise have commands run where it is pasted (0040). No backslash
 * stands between quotes, where fish takes it for an escape.
 */
export function quoteForShell(text: string): string {
  return `'${text.replace(/['\\]/g, "'\\$&'")}'`;
}

/** A text as a literal string of PowerShell, for which curly quotes are quotes too. */
export function quoteForPowerShell(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

/** A text as a string of Python or JavaScript. */
export function quoteForCode(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** A text as the value in a `.env` file: bare if every reader agrees on it, else in quotes. */
export function quoteForEnv(text: string): string {
  if (/^[\w@%+=:,./~-]+$/.test(text)) return text;
  return text.includes("'") ? `"${text.replace(/[\\"$`]/g, '\\$&')}"` : `'${text}'`;
}

/** A text without characters that end a line. SECURITY: a name from an imported list must not become a line (0040). */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
