import { dialog } from 'electron';
import { logTo } from '../log.ts';

const log = logTo((line) => process.stderr.write(`${line}\n`), Date.now);

/** Logs a bug, says so in one plain dialog and lets the app go on; expected trouble never comes here. */
export function catchTheUnexpected(): void {
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}

function tell(error: unknown): void {
  log('unexpected error', { name: error instanceof Error ? error.name : typeof error });
  if (error instanceof Error) log(error.stack ?? error.message);
  dialog.showErrorBox(
    'FindFace Session Manager',
    'Something went wrong inside the app. Nothing you saved is lost.',
  );
}
