import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rows, sections } from '../test/faults/rows.ts';
import { resolveElectron } from './electron/electron-runtime.ts';
import { packForTests } from './quality/checks.ts';
import { faultDoc } from './quality/fault-doc.ts';
import { readFaultReport, readPlainReport, together } from './quality/fault-report.ts';
import { faultTable, isFaultless } from './quality/fault-table.ts';
import { runPlainTests, runTests } from './quality/run-tests.ts';
import { taggedTests } from './quality/spec-tags.ts';
import { isPackageStale } from './quality/stale-build.ts';
import { step } from './quality/step.ts';
import { ensureSystem } from './system/install-packages.ts';
import { projectRoot } from './system/project-root.ts';

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

try {
  const args = process.argv.slice(2);
  process.exitCode = args.includes('--doc') ? await writeDoc() : await testFaults(args);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function writeDoc(): Promise<number> {
  const path = join(projectRoot, 'docs/faults.md');
  await writeFile(path, faultDoc(sections, await taggedTests()));
  tell('Written: docs/faults.md');
  return 0;
}

async function testFaults(playwrightArguments: readonly string[]): Promise<number> {
  if (!(await ensureSystem(tell))) return 1;
  const electron = await resolveElectron(tell);
  tell(electron.note);
  if ((await isPackageStale()) && !(await step('Build and package', packForTests))) return 1;
  process.env.KILLS ??= '1000';
  const tags = rows.map(({ number }) => `row-${number}`).join(' || ');
  const plain = await runPlainTests(['--tagsFilter', tags], readPlainReport);
  const args = ['--project=faults', '--project=app', '--grep', '@row-', ...playwrightArguments];
  const app = await runTests(electron, args, readFaultReport);
  const code = Math.max(plain.code, app.code);
  const report = together(plain.report, app.report);
  for (const line of faultTable(rows, report)) tell(line);
  return code === 0 && isFaultless(rows, report) ? 0 : 1;
}
