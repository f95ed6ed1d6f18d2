/** What the allowed switches depend on. */
export interface LaunchedAs {
  readonly platform: NodeJS.Platform;
  /** Whether this is the package for tests, which is never released. */
  readonly isForTests: boolean;
}

/** Switches that people, desktops and installers need; none weakens the app's protection. */
const allowed: ReadonlySet<string> = new Set([
  'lang',
  'user-data-dir',
  'class',
  'password-store',
  'disable-gpu',
  'disable-dev-shm-usage',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-renderer-accessibility',
  'gtk-version',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'wayland-text-input-version',
  // Shows quick access.
  'quick',
  // Passed when the system starts the app by itself.
  'hidden',
  // Proves the protections of this copy and exits.
  'self-test',
  // Passed by the command of this name.
  'ffsm',
  // Passed by the Windows installer after an update.
  'updated',
  'force-run',
]);

/** Tests use these to drive the app, and to start it where Chromium cannot have a sandbox. */
export const allowedForTests: ReadonlySet<string> = new Set([
  'inspect',
  'remote-debugging-port',
  'no-sandbox',
]);

/**
 * The first switch that a package does not accept; null if all are accepted.
 *
 * SECURITY: an allow-list: Chromium and Node have about two thousand switches, and each release adds some (0003).
 */
export function refusedSwitch(args: readonly string[], { platform, isForTests }: LaunchedAs): string | null {
  for (const arg of args) {
    const name = switchName(arg, platform);
    if (name === null || allowed.has(name)) continue;
    if (!isForTests || !allowedForTests.has(name)) return name;
  }
  return null;
}

/** The name of a switch without its value, as Chromium parses it; null for other arguments. */
function switchName(given: string, platform: NodeJS.Platform): string | null {
  const arg = given.trim();
  // Added by Finder and Xcode.
  if (platform === 'darwin' && /^-(psn_|NS|Apple)/.test(arg)) return null;
  const prefix = platform === 'win32' ? /^(--?|\/)(?=[a-z])/i : /^--?(?=[a-z])/i;
  if (!prefix.test(arg)) return null;
  return (arg.replace(prefix, '').split('=')[0] ?? '').toLowerCase();
}
