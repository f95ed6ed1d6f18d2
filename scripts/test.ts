import { resolveElectron } from './electron/electron-runtime.ts';
import { checkStyle, checkTypes, packForTests } from './quality/checks.ts';
import { runTests } from './quality/run-tests.ts';
import { step } from './quality/step.ts';
import { closingLine, readReport } from './quality/test-report.ts';
import { ensureSystem } from './system/install-packages.ts';

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
  if (!isSound) return 1;
  const { code, report } = await runTests(electron, playwrightArguments, readReport);
  tell(closingLine(report, code));
  return code;
}
