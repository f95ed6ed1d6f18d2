import { basename } from 'node:path';
import type { EpochMs } from '../../contract/core/time.ts';
import { type Log, logTo } from './log.ts';
import { LogFile } from './log-file.ts';

/** The log of the app: writes to standard error at once, and to the file once it is open. */
export class AppLog {
  readonly log: Log;
  readonly file: LogFile;

  constructor(folder: string, now: () => EpochMs, print: (line: string) => void) {
    this.file = new LogFile(folder);
    this.log = logTo((line) => {
      print(line);
      this.file.write(line);
    }, now);
  }
}

/** An error as one line: its name and stack, without folders. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const lines = (error.stack ?? error.message).split('\n').map((line) => line.trim());
  return lines
    .slice(0, 12)
    .join(' < ')
    .replace(/(?:file:\/\/)?(?:[A-Za-z]:)?(?:[\\/][^\s\\/():'"]+)+/g, (path) =>
      basename(path.replaceAll('\\', '/')),
    );
}
