/**
 * The exit codes of `ffsm`; scripts depend on them, so none may change its meaning.
 *
 * `docs/ffsm.md` lists them.
 */
export const exitCodes = {
  done: 0,
  /** The server or this computer refused; the sentence says why. */
  failed: 1,
  /** The command line cannot be understood. */
  usage: 2,
  notFound: 3,
  ambiguous: 4,
  /** The app is locked, and nobody unlocked it in time. */
  locked: 5,
  /** A person, or nobody in time, allowed it. */
  refused: 6,
  /** There is no session, or it has ended. */
  noSession: 7,
} as const;

/** What an exit code means. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * The answer to a command: what `ffsm` prints, and where, and its exit code.
 *
 * `session`: what `ffsm` needs to start a program, the URL of a server, and before it the token where the program reads it; it is
 * not printed.
 */
export interface CliAnswer {
  readonly code: ExitCode;
  readonly to: 'stdout' | 'stderr' | 'session';
  readonly text: string;
}

/** Printed on standard output; the exit code is 0 unless it is given. */
export function printed(text: string, code: ExitCode = exitCodes.done): CliAnswer {
  return { code, to: 'stdout', text };
}

/** A sentence on standard error, and nothing on standard output. */
export function failed(code: Exclude<ExitCode, 0>, text: string): CliAnswer {
  return { code, to: 'stderr', text };
}

/** A line before the answer: what a person has to do first. */
export function writeWait(sentence: string): string {
  return `wait ${sentence}\n`;
}

/** The answer as it is sent: exit code and stream in the first line, then the text. */
export function writeAnswer({ code, to, text }: CliAnswer): string {
  return `${code} ${to}\n${text}${text === '' || text.endsWith('\n') ? '' : '\n'}`;
}
