import { createInterface } from 'node:readline';
import { readCommandLine } from './command-line.ts';
import { startEmulator } from './emulator.ts';
import { describeStart, describeSwitches, usage } from './printed-help.ts';
import { SwitchBoard } from './switches/switch-board.ts';
import { applySwitchLine } from './switches/switch-line.ts';

async function run(): Promise<void> {
  const line = readCommandLine(process.argv.slice(2));
  if (typeof line === 'string') throw new Error(`${line} See --help.`);
  if (line.help) {
    console.log(`${usage}\nSwitches\n${describeSwitches(new SwitchBoard())}`);
    return;
  }
  const emulator = await startEmulator(line);
  for (const limited of line.limited) applySwitchLine(emulator.switches, limited);

  const typed = createInterface({ input: process.stdin });
  const stop = (signal: string) => {
    console.log(`The emulator was told to stop (${signal}).`);
    typed.close();
    emulator.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  console.log(describeStart(emulator));
  typed.on('line', (text) => {
    if (text.trim() !== '') {
      console.log(applySwitchLine(emulator.switches, text) ?? 'Done.');
    }
  });
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
