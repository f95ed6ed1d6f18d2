/** What the rule about switches depends on. */
export interface LaunchedAs {
  readonly platform: NodeJS.Platform;
  /** Is it the package that tests drive, which no release is? */
  readonly isForTests: boolean;
}

/** What people, desktops and installers need; none of these opens a way into the app or out of it. */
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
  // What the installer for Windows passes on after an update.
  'updated',
  'force-run',
]);

/** By these a test drives the app, and starts it where Chromium cannot have a sandbox. */
const allowedForTests: ReadonlySet<string> = new Set(['inspect', 'remote-debugging-port', 'no-sandbox']);

/**
 * The first switch of a command line that a package does not start with; null if there is none.
 *
 * SECURITY: a list of what is allowed, not of bad names: Chromium and Node have some two thousand switches, and each
 * release adds some (0003).
 */
export function refusedSwitch(args: readonly string[], { platform, isForTests }: LaunchedAs): string | null {
  for (const arg of args) {
    const name = switchName(arg, platform);
    if (name === null || allowed.has(name)) continue;
    if (!isForTests || !allowedForTests.has(name)) return name;
  }
  return null;
}

/** One switch of a command line without its value, as Chromium reads it; null for anything else. */
function switchName(given: string, platform: NodeJS.Platform): string | null {
  const arg = given.trim();
  // Finder and Xcode add these of their own accord.
  if (platform === 'darwin' && /^-(psn_|NS|Apple)/.test(arg)) return null;
  const prefix = platform === 'win32' ? /^(--?|\/)(?=[a-z])/i : /^--?(?=[a-z])/i;
  if (!prefix.test(arg)) return null;
  return (arg.replace(prefix, '').split('=')[0] ?? '').toLowerCase();
}
