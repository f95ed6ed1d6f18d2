import { dialog } from 'electron';
import { errorText } from '../log/app-log.ts';
import type { Log } from '../log/log.ts';

/**
 * Logs an uncaught error, shows one plain dialog and lets the app continue; expected failures are values and never get
 * here.
 */
export function installErrorHandlers(log: Log): void {
  const tell = (error: unknown) => logError(error, log);
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}

function logError(error: unknown, log: Log): void {
  log('unexpected error', { name: error instanceof Error ? error.name : typeof error });
  log(errorText(error));
  dialog.showErrorBox(
    'FindFace Session Manager',
    'Something went wrong inside the app. Nothing you saved is lost.',
  );
}
