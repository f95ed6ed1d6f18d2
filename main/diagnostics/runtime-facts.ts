import { homedir, hostname, release, userInfo } from 'node:os';

/** Versions and platform; nothing that identifies a person or a computer. */
export interface RuntimeFacts {
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly platform: string;
  readonly osRelease: string;
  readonly arch: string;
  /** For example `x11` or `wayland`; empty where the system has no session type. */
  readonly sessionType: string;
  readonly desktop: string;
}

/** Reads them from the running process. */
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

/** What must not leave this computer in a report: its host name, the home folder and the user name. */
export function identifyingNames(): readonly string[] {
  return [homedir(), hostname(), nameOfUser()];
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    // `os.userInfo` throws if the system has no record of the user.
    return '';
  }
}

const oneWord = (text = ''): string => text.replace(/[^\w:+-]/g, '').slice(0, 40);
