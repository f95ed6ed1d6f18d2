import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { refusedSwitch } from '../window/launch-switches.ts';

/** Whether the app may start without Chromium's sandbox, as it must when root in a container; never in a release. */
export function mayLackSandbox(): boolean {
  return !app.isPackaged || isForTests();
}

/** Exits at once if the package was started with a switch that opens it to other programs or weakens its protection. */
export function refuseSwitches(): void {
  if (!app.isPackaged) return;
  const { platform, argv } = process;
  const found = refusedSwitch(argv.slice(1), { platform, isForTests: isForTests() });
  if (found === null) return;
  process.stderr.write(`FindFace Session Manager does not start with the switch --${found}.\n`);
  // SECURITY: before Electron is ready there is no open port and no page yet (0003).
  process.exit(2);
}

/** A marker in the app's archive, written only by `npm run package -- --for-tests`. */
export function isForTests(): boolean {
  const manifest: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  return (manifest as { readonly isForTests?: unknown } | null)?.isForTests === true;
}
