import { execFile } from 'node:child_process';
import { chown, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Companion, startCompanion } from '../../../scripts/desktop/companion.ts';
import { asUser, type DesktopUser } from '../../../scripts/desktop/desktop-user.ts';
import { temporaryFolder } from '../../../scripts/system/temporary-folder.ts';
import { filesHolding } from '../canary.ts';

const run = promisify(execFile);

/** Sway does not run as root. */
const nobody: DesktopUser = { uid: 65_534, gid: 65_534 };

/** A Wayland session without a screen: sway, with a keyboard that no one touches. */
export interface WaylandDesktop {
  readonly env: NodeJS.ProcessEnv;
  /** Presses a key in the focused window, such as `-M ctrl -k c -m ctrl` in the words of wtype. */
  press(...keys: readonly string[]): Promise<void>;
  /** Gives the window the focus, or takes it away. */
  focus(isOn: boolean): Promise<void>;
  /** The title of the window that has the focus; empty without one. */
  focused(): Promise<string>;
  /** The text that another program pastes; empty if there is none. */
  paste(): Promise<string>;
  /** The files in which programs keep this text for others. */
  buffersHolding(text: string): Promise<readonly string[]>;
  end(): Promise<void>;
}

/** Starts one on the session bus of a desktop. */
export async function startWaylandDesktop(desktop: NodeJS.ProcessEnv): Promise<WaylandDesktop> {
  const folder = await temporaryFolder('wayland');
  const user = process.getuid?.() === 0 ? nobody : null;
  const runtime = join(folder.path, 'run');
  const config = join(folder.path, 'sway');
  await mkdir(runtime, { mode: 0o700 });
  await writeFile(config, 'xwayland disable\nexec echo "$WAYLAND_DISPLAY $SWAYSOCK"\n');
  for (const path of user ? [folder.path, runtime] : []) await chown(path, nobody.uid, nobody.gid);
  const { DISPLAY: _, ...rest } = desktop;
  const base = {
    ...rest,
    HOME: folder.path,
    XDG_RUNTIME_DIR: runtime,
    XDG_SESSION_TYPE: 'wayland',
    ...{ WLR_BACKENDS: 'headless', WLR_LIBINPUT_NO_DEVICES: '1', WLR_RENDERER: 'pixman' },
  };
  const started: Companion[] = [];
  const end = async () => {
    for (const companion of started.reverse()) await companion.end();
    await folder.remove();
  };
  try {
    const sway = startCompanion(...asUser(user, 'sway', ['--config', config, '--unsupported-gpu']), base);
    started.push(sway);
    const [display = '', socket = ''] = (await sway.firstLine()).split(' ');
    const env = { ...base, WAYLAND_DISPLAY: display, SWAYSOCK: socket };
    // Without any keyboard no window would ever have its focus.
    started.push(startCompanion('wtype', ['-s', '3600000', '-k', 'F24'], env));
    return {
      env,
      press: async (...keys) => void (await run('wtype', ['-s', '300', ...keys], { env })),
      focus: async (isOn) => void (await run('swaymsg', ['workspace', isOn ? '1' : '2'], { env })),
      focused: async () => {
        const { stdout } = await run('swaymsg', ['--type', 'get_tree', '--raw'], { env });
        return focusedName(JSON.parse(stdout)) ?? '';
      },
      paste: () =>
        run('wl-paste', ['--no-newline'], { env, timeout: 5_000 }).then(
          ({ stdout }) => stdout,
          () => '',
        ),
      buffersHolding: async (text) => {
        const folders = [runtime, ...(await readdir('/tmp')).filter((name) => name.startsWith('wl-copy-'))];
        const found = folders.map((name) => filesHolding(resolve('/tmp', name), text).catch(() => []));
        return (await Promise.all(found)).flat();
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

interface SwayNode {
  readonly name: string | null;
  readonly pid?: number;
  readonly focused: boolean;
  readonly nodes: readonly SwayNode[];
  readonly floating_nodes: readonly SwayNode[];
}

function focusedName({ name, pid, focused, nodes, floating_nodes }: SwayNode): string | null {
  // Only windows have a process.
  if (focused && pid !== undefined) return name;
  for (const inner of [...nodes, ...floating_nodes]) {
    const found = focusedName(inner);
    if (found !== null) return found;
  }
  return null;
}
