/** The fields of a log line: codes, IDs and numbers; never a request, a response or a secret. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line; the default writes to standard error. */
export type Log = (what: string, facts?: LogFacts) => void;

const secretShapes: readonly RegExp[] = [
  /\b(Token|Basic|Bearer)\s+[\w+/=.~-]+/gi,
  /\b[0-9a-f]{32,}\b/gi,
  /(\/\/)[^/@\s]*@/g,
];

/** Removes whatever looks like a secret, in case one gets into a line by mistake. */
export function redact(line: string): string {
  return secretShapes.reduce((text, shape) => text.replace(shape, '[struck out]'), line);
}

/** A log that writes redacted lines with a timestamp. */
export function logTo(write: (line: string) => void, now: () => number): Log {
  return (what, facts = {}) => {
    const details = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
    const line = [new Date(now()).toISOString(), what, ...details].join(' ');
    // One event is one line, whatever it contains.
    write(redact(line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')));
  };
}
