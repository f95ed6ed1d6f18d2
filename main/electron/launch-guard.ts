import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { refusedSwitch } from '../window/launch-switches.ts';

/** May this start go without Chromium's sandbox, as where it has to run as root in a container? Never in a release. */
export function mayLackSandbox(): boolean {
  return !app.isPackaged || isForTests();
}

/** Ends a package at once that was started with a switch which opens it to other programs, or takes a wall away. */
export function refuseSwitches(): void {
  if (!app.isPackaged) return;
  const { platform, argv } = process;
  const found = refusedSwitch(argv.slice(1), { platform, isForTests: isForTests() });
  if (found === null) return;
  process.stderr.write(`FindFace Session Manager does not start with the switch --${found}.\n`);
  // SECURITY: before Electron is ready no port is open and no page is there (0003).
  process.exit(2);
}

/** Only `npm run package -- --for-tests` leaves this mark, inside the archive of the app. */
function isForTests(): boolean {
  const manifest: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  return (manifest as { readonly isForTests?: unknown } | null)?.isForTests === true;
}
