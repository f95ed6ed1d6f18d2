import { spawnSync } from 'node:child_process';

/** What the launch switches depend on. */
export interface Surroundings {
  readonly mayUseSandbox: boolean;
  readonly hasVirtualScreen: boolean;
}

/** The environment variable that marks a virtual desktop. */
export const virtualDesktopMark = 'FFSM_VIRTUAL_DESKTOP';

/** The switches that Electron needs to start, or to be usable, in this environment. */
export function launchSwitches(surroundings: Surroundings = surroundingsOf(process.env)): string[] {
  const switches: string[] = [];
  if (!surroundings.mayUseSandbox) switches.push('--no-sandbox');
  if (surroundings.hasVirtualScreen) switches.push('--disable-gpu');
  return switches;
}

/** Reads them from the environment. */
export function surroundingsOf(env: NodeJS.ProcessEnv): Surroundings {
  return {
    mayUseSandbox: process.platform !== 'linux' || (process.getuid?.() !== 0 && hasUserNamespaces()),
    hasVirtualScreen: env[virtualDesktopMark] !== undefined,
  };
}

/** Chromium's sandbox needs user namespaces, which some systems and most containers deny to normal users. */
function hasUserNamespaces(): boolean {
  return spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;
}
