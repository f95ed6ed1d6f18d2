import { spawn } from 'node:child_process';
import { chown, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Companion, startCompanion } from './desktop/companion.ts';
import { asUser, type DesktopUser } from './desktop/desktop-user.ts';
import { lockKeyring, startKeyring } from './desktop/keyring.ts';
import { virtualDesktopMark } from './launch-switches.ts';
import { projectRoot } from './system/project-root.ts';
import { temporaryFolder } from './system/temporary-folder.ts';

const screen = '1920x1200x24';
const polite = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A virtual screen with its own session bus and unlocked keyring. */
export interface VirtualDesktop {
  /** The environment for commands inside it. */
  readonly env: NodeJS.ProcessEnv;
  readonly keyring: KeyringSwitch;
  end(): Promise<void>;
}

/** Controls the keyring like a real desktop would. */
export interface KeyringSwitch {
  /** Restarts it with its content. */
  restart(): Promise<void>;
  /** Restarts it empty. */
  empty(): Promise<void>;
  /** Locks it, so that it would prompt before returning anything. */
  lock(): Promise<void>;
}

/**
 * Starts a virtual desktop, by default of the user who runs this; any number can run side by side. With another `user`,
 * `base` has to hold the HOME of that user.
 */
export async function startVirtualDesktop(
  base: NodeJS.ProcessEnv = process.env,
  user: DesktopUser | null = null,
): Promise<VirtualDesktop> {
  const folder = await temporaryFolder('desktop');
  if (user) await chown(folder.path, user.uid, user.gid);
  const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
    startCompanion(...asUser(user, program, args), env);
  const started: Companion[] = [];
  const end = async () => {
    for (const companion of started.reverse()) await companion.end();
    await folder.remove();
  };
  try {
    let env = await privateEnvironment(folder.path, base, user);
    const display = start('Xvfb', ['-displayfd', '1', '-screen', '0', screen, '-nolisten', 'tcp'], env);
    started.push(display);
    env = { ...env, DISPLAY: `:${await display.firstLine()}` };
    const bus = start('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], env);
    started.push(bus);
    env = { ...env, DBUS_SESSION_BUS_ADDRESS: await bus.firstLine() };
    const keyring = await switchableKeyring(folder.path, env, user);
    started.push(keyring);
    return { env, keyring, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Runs a command in a virtual desktop of its own; returns the exit code. */
export async function runInVirtualDesktop(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const desktop = await startVirtualDesktop(env);
  try {
    return await runPolitely(command, args, desktop.env);
  } finally {
    await desktop.end();
  }
}

async function switchableKeyring(
  folder: string,
  env: NodeJS.ProcessEnv,
  user: DesktopUser | null,
): Promise<KeyringSwitch & Companion> {
  let running = await startKeyring(folder, env, user);
  const startAgain = async (between: () => Promise<void>) => {
    await running.end();
    await between();
    running = await startKeyring(folder, env, user);
  };
  return {
    restart: () => startAgain(async () => undefined),
    empty: () => startAgain(() => rm(join(folder, 'data', 'keyrings'), { recursive: true, force: true })),
    lock: () => lockKeyring(env, user),
    firstLine: () => running.firstLine(),
    end: () => running.end(),
  };
}

async function privateEnvironment(
  folder: string,
  base: NodeJS.ProcessEnv,
  user: DesktopUser | null,
): Promise<NodeJS.ProcessEnv> {
  const own = {
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
  };
  for (const path of Object.values(own)) {
    await mkdir(path, { mode: 0o700 });
    if (user) await chown(path, user.uid, user.gid);
  }
  const { WAYLAND_DISPLAY, XAUTHORITY, GNOME_KEYRING_CONTROL, ...rest } = base;
  return {
    ...rest,
    ...own,
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'GNOME',
    // Without the accessibility bus GTK would wait for it and print warnings.
    NO_AT_BRIDGE: '1',
    [virtualDesktopMark]: '1',
  };
}

function runPolitely(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(command, args, { cwd: projectRoot, env, stdio: 'inherit' });
  const passOn = (signal: NodeJS.Signals) => {
    // A terminal sends Ctrl+C to every process itself, and a second signal would interrupt the cleanup.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of polite) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of polite) process.off(signal, passOn);
      resolve(code ?? 1);
    });
  });
}
