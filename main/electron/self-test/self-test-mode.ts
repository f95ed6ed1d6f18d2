import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Whether the app was started with `--self-test`; if so, it gets an empty data folder in the system's temporary
 * folder.
 *
 * Must be called before anything uses the data folder.
 */
export function isSelfTest(): boolean {
  if (!app.commandLine.hasSwitch('self-test')) return false;
  app.setPath('userData', mkdtempSync(join(tmpdir(), 'findface-self-test-')));
  return true;
}
