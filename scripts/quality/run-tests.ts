import { join } from 'node:path';
import type { ElectronRuntime } from '../electron/electron-runtime.ts';
import { run } from '../system/commands.ts';
import { temporaryFolder } from '../system/temporary-folder.ts';
import { tool } from '../system/tools.ts';
import { runInVirtualDesktop } from '../virtual-desktop.ts';

/** The exit code of a test run and what was read from its report. */
export interface TestRun<Report> {
  readonly code: number;
  readonly report: Report;
}

/** Runs the tests that need no Electron; `read` gets the file of their report. */
export async function runPlainTests<Report>(
  vitestArguments: readonly string[],
  read: (reportFile: string) => Promise<Report>,
): Promise<TestRun<Report>> {
  const folder = await temporaryFolder('test-report');
  const reportFile = join(folder.path, 'report.json');
  try {
    const env = { ...process.env, FFSM_TEST_REPORT: reportFile };
    const code = await runHere(process.execPath, tool('vitest', 'run', ...vitestArguments), env);
    return { code, report: await read(reportFile) };
  } finally {
    await folder.remove();
  }
}

/** Runs Playwright's tests with a screen, a keyring and an Electron; `read` gets the file of the JSON report. */
export async function runTests<Report>(
  electron: ElectronRuntime,
  playwrightArguments: readonly string[],
  read: (reportFile: string) => Promise<Report>,
): Promise<TestRun<Report>> {
  const folder = await temporaryFolder('test-report');
  const reportFile = join(folder.path, 'report.json');
  try {
    const args = tool('playwright', 'test', '-c', 'test/playwright.config.ts', ...playwrightArguments);
    const env = {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
      // Avoids a second search for Electron in the tests.
      ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
    };
    const start = process.platform === 'linux' ? runInVirtualDesktop : runHere;
    const code = await start(process.execPath, args, env);
    return { code, report: await read(reportFile) };
  } finally {
    await folder.remove();
  }
}

function runHere(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return run(command, args, { env });
}
