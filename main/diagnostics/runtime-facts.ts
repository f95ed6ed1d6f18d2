import { homedir, hostname, release, userInfo } from 'node:os';

/** What the app runs on; nothing in it names a person or a computer. */
export interface RuntimeFacts {
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly platform: string;
  readonly osRelease: string;
  readonly arch: string;
  /** Such as `x11` or `wayland`; empty where there is no such thing. */
  readonly sessionType: string;
  readonly desktop: string;
}

/** Looks at what the app runs on. */
export function runtimeFacts(): RuntimeFacts {
  const { electron = '', chrome = '', node } = process.versions;
  return {
    electron,
    chromium: chrome,
    node,
    platform: process.platform,
    osRelease: release(),
    arch: process.arch,
    sessionType: oneWord(process.env.XDG_SESSION_TYPE),
    desktop: oneWord(process.env.XDG_CURRENT_DESKTOP),
  };
}

/** What must not be in a file that leaves this computer: its name, the home folder and the name of its user. */
export function identifyingNames(): readonly string[] {
  return [homedir(), hostname(), nameOfUser()];
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A user that the system has no record of has no name either.
    return '';
  }
}

const oneWord = (text = ''): string => text.replace(/[^\w:+-]/g, '').slice(0, 40);
