import { rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { selfTest } from '../../self-test/self-test.ts';
import { vaultRoundTrip } from '../../self-test/vault-round-trip.ts';
import { systemCipher } from '../system/system-cipher.ts';
import { servePage } from '../window/app-protocol.ts';
import { openMainWindow } from '../window/main-window.ts';
import { contentPolicyProof, sandboxProof } from './page-proofs.ts';
import { debuggingProof, fuseProof, policyProof, versionProof } from './process-proofs.ts';

const limitMs = 20_000;

/**
 * Proves the protections of this copy, prints a report as JSON and exits with 0, or with 1 if something is wrong. The
 * window is never shown, and no server, list or vault of the user is touched.
 *
 * `--self-test=FILE` writes the report into a new file instead, for Windows, where the app has no standard output.
 */
export async function runSelfTest(built: string): Promise<void> {
  await app.whenReady();
  const folder = app.getPath('userData');
  servePage(join(built, 'renderer'), () => 'en');
  const window = openMainWindow({
    place: { width: 800, height: 600, maximized: false },
    preload: join(built, 'preload/index.cjs'),
    hidden: true,
    keepPlace: () => undefined,
  });
  const page = window.webContents;
  const loaded = new Promise<void>((resolve) => page.once('did-finish-load', () => resolve()));
  const report = await selfTest(
    `${app.getName()} ${app.getVersion()}`,
    {
      versions: versionProof,
      policy: policyProof,
      fuses: fuseProof,
      sandbox: () => loaded.then(() => sandboxProof(page)),
      csp: () => loaded.then(() => contentPolicyProof(page)),
      debugging: debuggingProof,
      vault: () => vaultRoundTrip(folder, systemCipher()),
    },
    limitMs,
  );
  print(`${JSON.stringify(report, null, 2)}\n`);
  // Chromium may still write a few files there while it ends.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  app.exit(report.ok ? 0 : 1);
}

function print(text: string): void {
  const file = app.commandLine.getSwitchValue('self-test');
  // Never over an existing file, and at once: the process exits right after.
  if (file === '') writeSync(1, text);
  else writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
}
