/** A required package, by its possible names, newest first. */
export type Need = readonly [string, ...string[]];

/** What Electron, a virtual desktop and the tests need on Debian and Ubuntu. */
export const needs: readonly Need[] = [
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libnotify4'],
  ['libsecret-1-0'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['dbus'],
  ['dbus-x11'],
  ['gnome-keyring'],
  ['fonts-dejavu-core'],
  ['openssl'],
  ['xclip'],
];

/** What `npm test` needs besides: programs into which copied sessions are pasted, keys, a Wayland desktop, and a tray. */
export const testingNeeds: readonly Need[] = [
  ...([['curl'], ['httpie'], ['python3-requests']] as const),
  ['xdotool'],
  ...([['sway'], ['wtype'], ['wl-clipboard']] as const),
  ...([['python3-dbus'], ['python3-gi'], ['libglib2.0-bin']] as const),
];

/** What `npm run package` needs besides. */
export const packagingNeeds: readonly Need[] = [
  ['7zip', 'p7zip-full'],
  ['rpm'],
  ['squashfs-tools'],
  ['desktop-file-utils'],
  ['gcc'],
  ['libc6-dev'],
];

/** The needs that no installed package meets; parses `dpkg-query -W -f '${Package} ${db:Status-Status}\n'`. */
export function missingNeeds(dpkgAnswer: string, wanted: readonly Need[] = needs): Need[] {
  const installed = new Set(
    dpkgAnswer
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([, status]) => status === 'installed')
      .map(([name]) => name),
  );
  return wanted.filter((need) => !need.some((name) => installed.has(name)));
}

/** The installable package of a need; parses `apt-cache policy`; undefined if there is none. */
export function installable(need: Need, policyAnswer: string): string | undefined {
  const candidates = new Map(
    policyAnswer
      .split(/^(?=\S)/m)
      .map((part) => [part.split(':\n')[0], /^ {2}Candidate: (.+)$/m.exec(part)?.[1]] as const),
  );
  return need.find((name) => (candidates.get(name) ?? '(none)') !== '(none)');
}
