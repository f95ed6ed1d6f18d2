import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measurements } from '../test/bench/measurements.ts';
import { type Row, tableOf, verdictOf } from '../test/bench/row.ts';
import { type ElectronRuntime, resolveElectron } from './electron/electron-runtime.ts';
import { buildApp } from './quality/checks.ts';
import { step } from './quality/step.ts';
import { ensureSystem } from './system/install-packages.ts';
import { projectRoot } from './system/project-root.ts';
import { temporaryFolder } from './system/temporary-folder.ts';
import { startVirtualDesktop } from './virtual-desktop.ts';

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
  const wanted = Object.entries(measurements).filter(
    ([name]) => !positionals[0] || positionals.includes(name),
  );
  if (process.platform !== 'linux' || wanted.length === 0) {
    tell(`Say what to measure, on Linux: ${Object.keys(measurements).join(', ')}, or nothing for all.`);
    return 1;
  }
  if (!(await ensureSystem(tell))) return 1;
  const electron = await resolveElectron(tell);
  tell(electron.note);
  if (!(await step('Build', buildApp))) return 1;
  const [load = 0] = loadavg();
  if (load > cpus().length) tell(`The computer is busy (load ${load.toFixed(1)}), so the numbers are rough.`);
  const rows = await measure(wanted, electron, Number(values.rounds));
  await keep(rows, electron);
  tell(tableOf(rows));
  return rows.every((row) => verdictOf(row) !== 'over budget') ? 0 : 1;
}

async function measure(
  wanted: readonly (readonly [string, (typeof measurements)[keyof typeof measurements]])[],
  electron: ElectronRuntime,
  rounds: number,
): Promise<Row[]> {
  const folder = await temporaryFolder('bench');
  const desktop = await startVirtualDesktop();
  const rows: Row[] = [];
  try {
    const stage = { executable: electron.executable, env: desktop.env, folder: folder.path };
    for (const [name, work] of wanted) {
      tell(`Measuring: ${name}.`);
      rows.push(...(await work(stage, rounds)));
    }
    return rows;
  } finally {
    await desktop.end();
    await folder.remove();
  }
}

async function keep(rows: readonly Row[], electron: ElectronRuntime): Promise<void> {
  const folder = join(projectRoot, 'bench');
  const judged = rows.map((row) => ({ ...row, verdict: verdictOf(row) }));
  const results = {
    at: new Date().toISOString(),
    electron: electron.version,
    cores: cpus().length,
    rows: judged,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
}
