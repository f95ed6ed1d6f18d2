import { resolveElectron } from './electron/electron-runtime.ts';
import { checkStyle, checkTypes, checkUnused, packForTests } from './quality/checks.ts';
import { type FaultReport, readFaultReport, readPlainReport, together } from './quality/fault-report.ts';
import { runPlainTests, runTests, type TestRun } from './quality/run-tests.ts';
import { step } from './quality/step.ts';
import { closingLine, failedLines } from './quality/test-report.ts';
import { ensureSystem } from './system/install-packages.ts';
import { needs, testingNeeds } from './system/system-packages.ts';

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

const dailyProjects = ['faults', 'app', 'page', 'words'].map((name) => `--project=${name}`);
const nothing: TestRun<FaultReport> = { code: 0, report: { tests: [], isBroken: false } };

try {
  process.exitCode = await testEverything(process.argv.slice(2));
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** Everything; with arguments only Playwright's tests, which get them. */
async function testEverything(playwrightArguments: readonly string[]): Promise<number> {
  if (!(await ensureSystem(tell, [...needs, ...testingNeeds]))) return 1;
  const electron = await resolveElectron(tell);
  tell(electron.note);
  const areSound = await Promise.all([
    step('Build and package', packForTests),
    step('Types', checkTypes),
    step('Style', checkStyle),
    step('Unused code', checkUnused),
  ]);
  if (!areSound.every(Boolean)) return 1;
  const everything = playwrightArguments.length === 0;
  const plain = everything ? await runPlainTests([], readPlainReport) : nothing;
  const args = everything ? dailyProjects : playwrightArguments;
  const app = await runTests(electron, args, readFaultReport);
  const code = Math.max(plain.code, app.code);
  const report = together(plain.report, app.report);
  for (const line of failedLines(report)) tell(line);
  tell(closingLine(report, code));
  return code;
}
