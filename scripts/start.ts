import { resolveElectron } from './electron/electron-runtime.ts';
import { launchSwitches } from './launch-switches.ts';
import { run } from './system/commands.ts';
import { hasDisplay } from './system/display.ts';
import { ensureSystem } from './system/install-packages.ts';
import { tool } from './system/tools.ts';

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function start(appArguments: readonly string[]): Promise<number> {
  if (!hasDisplay()) {
    tell('There is no screen to open a window on. `npm run demo -- --shot demo.png` needs none.');
    return 1;
  }
  if (!(await ensureSystem(tell))) return 1;
  const electron = await resolveElectron(tell);
  tell(electron.note);
  const env = { ...process.env, ELECTRON_EXEC_PATH: electron.executable };
  return run(process.execPath, tool('electron-vite', 'dev', '--', ...launchSwitches(), ...appArguments), {
    env,
  });
}
