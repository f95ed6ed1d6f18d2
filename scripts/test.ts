import { join } from 'node:path';
import { type ElectronRuntime, resolveElectron } from './electron/electron-runtime.ts';
import { checkStyle, checkTypes, packForTests } from './quality/checks.ts';
import { step } from './quality/step.ts';
import { closingLine, readReport } from './quality/test-report.ts';
import { run } from './system/commands.ts';
import { ensureSystem } from './system/install-packages.ts';
import { temporaryFolder } from './system/temporary-folder.ts';
import { tool } from './system/tools.ts';
import { runInVirtualDesktop } from './virtual-desktop.ts';

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

try {
  process.exitCode = await testEverything(process.argv.slice(2));
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function testEverything(playwrightArguments: readonly string[]): Promise<number> {
  if (!(await ensureSystem(tell))) return 1;
  const electron = await resolveElectron(tell);
  tell(electron.note);
  const isSound =
    (await step('Types', checkTypes)) &&
    (await step('Style', checkStyle)) &&
    (await step('Build and package', packForTests));
  return isSound ? runTests(electron, playwrightArguments) : 1;
}

async function runTests(electron: ElectronRuntime, extra: readonly string[]): Promise<number> {
  const folder = await temporaryFolder('test-report');
  const report = join(folder.path, 'report.json');
  try {
    const args = tool('playwright', 'test', '-c', 'test/playwright.config.ts', ...extra);
    const env = {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      // Nothing inside has to look for an Electron again.
      ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
    };
    const start = process.platform === 'linux' ? runInVirtualDesktop : runHere;
    const code = await start(process.execPath, args, env);
    tell(closingLine(await readReport(report), code));
    return code;
  } finally {
    await folder.remove();
  }
}

function runHere(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return run(command, args, { env });
}
