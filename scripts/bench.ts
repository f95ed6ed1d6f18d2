import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { forInformation, type Measurement, measurements } from '../test/bench/measurements.ts';
import { type Row, verdictOf } from '../test/bench/row.ts';
import { lineOf, tableOf } from '../test/bench/table.ts';
import { type ElectronRuntime, resolveElectron } from './electron/electron-runtime.ts';
import { buildApp } from './quality/checks.ts';
import { step } from './quality/step.ts';
import { ensureSystem } from './system/install-packages.ts';
import { projectRoot } from './system/project-root.ts';
import { temporaryFolder } from './system/temporary-folder.ts';
import { startVirtualDesktop } from './virtual-desktop.ts';

interface Results {
  readonly rows: readonly Row[];
  /** The measurements that came to no number. */
  readonly failed: readonly string[];
  /** The load of the computer before the first measurement and after each one. */
  readonly loads: readonly number[];
}

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

try {
  process.exitCode = await bench();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function bench(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '9' } },
  });
  const rounds = Number(values.rounds);
  const names = Object.keys(measurements);
  const areKnown = positionals.every((name) => names.includes(name));
  if (process.platform !== 'linux' || !areKnown || !(rounds >= 1)) {
    tell(
      `Say what to measure, on Linux: ${names.join(', ')}, or nothing for all that have a budget; --rounds 9 is usual.`,
    );
    return 1;
  }
  if (!(await ensureSystem(tell))) return 1;
  const electron = await resolveElectron(tell);
  tell(electron.note);
  if (!(await step('Build', buildApp))) return 1;
  const wanted = Object.entries(measurements).filter(([name]) =>
    positionals.length === 0 ? !forInformation.has(name) : positionals.includes(name),
  );
  const results = await measure(wanted, electron, rounds);
  await keep(results, electron);
  tell(`\n${tableOf(results.rows)}`);
  for (const sentence of closingSentences(results)) tell(sentence);
  const isFine = results.rows.every((row) => verdictOf(row) !== 'over budget');
  return isFine && results.failed.length === 0 ? 0 : 1;
}

async function measure(
  wanted: readonly (readonly [string, Measurement])[],
  electron: ElectronRuntime,
  rounds: number,
): Promise<Results> {
  const folder = await temporaryFolder('bench');
  const desktop = await startVirtualDesktop();
  const rows: Row[] = [];
  const failed: string[] = [];
  const loads = [loadNow()];
  try {
    const stage = { executable: electron.executable, env: desktop.env, folder: folder.path };
    for (const [name, work] of wanted) {
      tell(`Measuring: ${name} (load ${loadNow().toFixed(1)}).`);
      try {
        const made = await work(stage, rounds);
        rows.push(...made);
        for (const row of made) tell(`  ${lineOf(row)}`);
      } catch (error) {
        failed.push(name);
        tell(`  It could not be measured. ${error instanceof Error ? error.message : String(error)}`);
      }
      loads.push(loadNow());
    }
    return { rows, failed, loads };
  } finally {
    await desktop.end();
    await folder.remove();
  }
}

function closingSentences({ rows, failed, loads }: Results): readonly string[] {
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1));
  const cores = cpus().length;
  const over = rows.filter((row) => verdictOf(row) === 'over budget').length;
  return [
    `The load of the computer was between ${least} and ${most} on ${cores} processors.`,
    // The bench itself keeps about as many processes busy as there are processors.
    ...(Number(most) > 2 * cores
      ? ['Other work kept it busy. What is compared was measured in turns, but the numbers are rough.']
      : []),
    ...(failed.length > 0 ? [`Could not be measured: ${failed.join(', ')}.`] : []),
    over === 0 ? 'No row is over its budget.' : `Over budget: ${over} of ${rows.length} rows.`,
  ];
}

function loadNow(): number {
  return loadavg()[0] ?? 0;
}

async function keep({ rows, failed, loads }: Results, electron: ElectronRuntime): Promise<void> {
  const folder = join(projectRoot, 'bench');
  const results = {
    at: new Date().toISOString(),
    electron: electron.version,
    cores: cpus().length,
    loads,
    failed,
    rows: rows.map((row) => ({ ...row, verdict: verdictOf(row) })),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
}
