import { spawnSync } from 'node:child_process';

/** What the launch switches depend on. */
export interface Surroundings {
  readonly mayUseSandbox: boolean;
  readonly hasVirtualScreen: boolean;
}

/** The name of the variable that tells everything inside a virtual desktop that its screen is not a real one. */
export const virtualDesktopMark = 'FFSM_VIRTUAL_DESKTOP';

/** The command-line switches without which Electron does not start, or crawls, where it runs. */
export function launchSwitches(surroundings: Surroundings = surroundingsOf(process.env)): string[] {
  const switches: string[] = [];
  if (!surroundings.mayUseSandbox) switches.push('--no-sandbox');
  if (surroundings.hasVirtualScreen) switches.push('--disable-gpu');
  return switches;
}

/** What the launch switches depend on in this environment. */
export function surroundingsOf(env: NodeJS.ProcessEnv): Surroundings {
  return {
    mayUseSandbox: process.platform !== 'linux' || (process.getuid?.() !== 0 && hasUserNamespaces()),
    hasVirtualScreen: env[virtualDesktopMark] !== undefined,
  };
}

/** Chromium's sandbox needs namespaces of its own, which some systems and most containers refuse to a plain user. */
function hasUserNamespaces(): boolean {
  return spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;
}
