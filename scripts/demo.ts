import { writeDemoProfiles } from './demo/demo-profiles.ts';
import { type DemoServer, startDemoServers } from './demo/demo-servers.ts';
import {
  copyHeader,
  type DemoWindow,
  logIn,
  openDemoWindow,
  rowText,
  takePicture,
} from './demo/demo-window.ts';
import { maskHeader } from './demo/mask-header.ts';
import { type DemoOptions, readDemoOptions } from './demo/options.ts';
import { resolveElectron } from './electron/electron-runtime.ts';
import { buildApp } from './quality/checks.ts';
import { isBuildStale } from './quality/stale-build.ts';
import { step } from './quality/step.ts';
import { hasDisplay } from './system/display.ts';
import { ensureSystem } from './system/install-packages.ts';
import { temporaryFolder } from './system/temporary-folder.ts';
import { startVirtualDesktop } from './virtual-desktop.ts';

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

try {
  process.exitCode = await demo(readDemoOptions(process.argv.slice(2), hasDisplay()));
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function demo(options: DemoOptions): Promise<number> {
  if (!(await ensureSystem(tell))) return 1;
  const { executable, note } = await resolveElectron(tell);
  tell(note);
  if ((await isBuildStale()) && !(await step('Build', buildApp))) return 1;
  const isVirtual = process.platform === 'linux' && options.picture !== undefined;
  const desktop = isVirtual ? await startVirtualDesktop() : undefined;
  const passing = options.dataFolder === undefined ? await temporaryFolder('demo') : undefined;
  const dataFolder = options.dataFolder ?? passing?.path ?? '';
  const servers = await startDemoServers(options.dataFolder !== undefined);
  try {
    await writeDemoProfiles(dataFolder, servers);
    const window = await openDemoWindow({ executable, env: desktop?.env ?? process.env, dataFolder });
    await show(window, servers, options.picture);
    return 0;
  } finally {
    for (const { emulator } of servers) await emulator.close();
    await desktop?.end();
    await passing?.remove();
  }
}

async function show(window: DemoWindow, servers: readonly DemoServer[], picture?: string): Promise<void> {
  const closed = window.electron.waitForEvent('close', { timeout: 0 });
  try {
    tell('Three FindFace servers are running on this computer:');
    for (const { name, emulator, person } of servers) {
      tell(`  ${name}: ${emulator.origin}, user ${person.name}, password ${person.password}`);
    }
    for (const server of servers.filter(({ isLoggedIn }) => isLoggedIn)) await logIn(window, server);
    if (picture === undefined) {
      tell('Close the window to end the demo.');
      await closed;
    } else {
      await report(window, servers, picture);
    }
  } finally {
    await window.electron.close();
  }
}

async function report(window: DemoWindow, servers: readonly DemoServer[], picture: string): Promise<void> {
  const [first] = servers;
  if (first === undefined) throw new Error('The demo has no servers.');
  tell('What the list says:');
  for (const server of servers) tell(`  ${await rowText(window, server)}`);
  const header = await copyHeader(window, first);
  tell(`What was copied for ${first.name}: ${maskHeader(header)}`);
  await takePicture(window, picture);
  tell(`The picture is in ${picture}.`);
}
