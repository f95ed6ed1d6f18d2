import { readFile } from 'node:fs/promises';

/** A fuse and its state in the order of Electron's fuse wire: `1` is on, `0` is off. */
export interface WantedFuse {
  readonly name: string;
  readonly state: '0' | '1';
}

/** The fuses of a release and the reasons. */
export const wantedFuses: readonly WantedFuse[] = [
  // SECURITY: otherwise ELECTRON_RUN_AS_NODE runs any script with the app's access to the keychain.
  { name: 'RunAsNode', state: '0' },
  // With it Chromium asks the keyring at every start, before the window. The page has no cookies.
  { name: 'EnableCookieEncryption', state: '0' },
  // SECURITY: otherwise NODE_OPTIONS loads foreign code into the app.
  { name: 'EnableNodeOptionsEnvironmentVariable', state: '0' },
  // SECURITY: otherwise --inspect and SIGUSR1 open the main process to every local program.
  { name: 'EnableNodeCliInspectArguments', state: '0' },
  { name: 'EnableEmbeddedAsarIntegrityValidation', state: '1' },
  // SECURITY: without it an unpacked app folder bypasses the integrity check.
  { name: 'OnlyLoadAppFromAsar', state: '1' },
  // There is no separate snapshot for the main process, and with this fuse Electron would crash.
  { name: 'LoadBrowserProcessSpecificV8Snapshot', state: '0' },
  // SECURITY: the page comes from app://, so file:// needs no privileges.
  { name: 'GrantFileProtocolExtraPrivileges', state: '0' },
  { name: 'WasmTrapHandlers', state: '1' },
];

/** The fuses of the build that Playwright can control. */
export const fusesForTests: readonly WantedFuse[] = wantedFuses.map((fuse) =>
  fuse.name === 'EnableNodeCliInspectArguments' ? { ...fuse, state: '1' } : fuse,
);

/**
 * Describes every wrong fuse.
 *
 * A fuse that is not listed is wrong too, so that new ones in an Electron release are noticed.
 */
export function findFuseProblems(wire: string, wanted: readonly WantedFuse[] = wantedFuses): string[] {
  const states = [...wire];
  return states.flatMap((state, place) => {
    const fuse = wanted[place];
    if (fuse === undefined) return [`Nobody decided on fuse ${place}, which is ${state}.`];
    // `r` means that this Electron does not have the fuse any more.
    return state === fuse.state || state === 'r'
      ? []
      : [`The fuse ${fuse.name} is ${state}, not ${fuse.state}.`];
  });
}

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Reads the states of all fuses from an Electron executable, one character each. */
export async function readFuseWire(file: string): Promise<string> {
  const bytes = await readFile(file);
  const wire = bytes.indexOf(sentinel) + sentinel.length;
  if (wire < sentinel.length) throw new Error(`There are no fuses in ${file}.`);
  const [version, length = 0] = bytes.subarray(wire, wire + 2);
  if (version !== 1) throw new Error(`The fuses of ${file} have the unknown version ${version}.`);
  return bytes.toString('latin1', wire + 2, wire + 2 + length);
}
