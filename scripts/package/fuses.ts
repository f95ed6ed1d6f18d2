import { readFile } from 'node:fs/promises';

/** The fuses of a packaged app: `1` is on, `0` is off, in the order of Electron's fuse wire. */
export interface WantedFuse {
  readonly name: string;
  readonly state: '0' | '1';
}

/** The fuses of a release, each with its reason. */
export const wantedFuses: readonly WantedFuse[] = [
  // SECURITY: otherwise ELECTRON_RUN_AS_NODE runs any script with the app's claim on the keychain.
  { name: 'RunAsNode', state: '0' },
  { name: 'EnableCookieEncryption', state: '1' },
  // SECURITY: otherwise NODE_OPTIONS loads foreign code into the app.
  { name: 'EnableNodeOptionsEnvironmentVariable', state: '0' },
  // SECURITY: otherwise --inspect and SIGUSR1 open the main process to every local program.
  { name: 'EnableNodeCliInspectArguments', state: '0' },
  { name: 'EnableEmbeddedAsarIntegrityValidation', state: '1' },
  // SECURITY: without this one, the check above can be walked round by an unpacked app folder.
  { name: 'OnlyLoadAppFromAsar', state: '1' },
  // There is no snapshot for the main process alone, and Electron crashes when told to load one.
  { name: 'LoadBrowserProcessSpecificV8Snapshot', state: '0' },
  // SECURITY: the page comes from app://, so file:// needs no privileges.
  { name: 'GrantFileProtocolExtraPrivileges', state: '0' },
  { name: 'WasmTrapHandlers', state: '1' },
];

/** The fuses of the variant that Playwright can drive. */
export const fusesForTests: readonly WantedFuse[] = wantedFuses.map((fuse) =>
  fuse.name === 'EnableNodeCliInspectArguments' ? { ...fuse, state: '1' } : fuse,
);

/**
 * What is wrong with the fuses of an executable, one sentence each.
 *
 * A fuse that nobody decided on is wrong too, so that an Electron that brings a new one is noticed.
 */
export function findFuseProblems(wire: string, wanted: readonly WantedFuse[] = wantedFuses): string[] {
  const states = [...wire];
  return states.flatMap((state, place) => {
    const fuse = wanted[place];
    if (fuse === undefined) return [`Nobody decided on fuse ${place}, which is ${state}.`];
    // An `r` stands for a fuse that this Electron does not have any more.
    return state === fuse.state || state === 'r'
      ? []
      : [`The fuse ${fuse.name} is ${state}, not ${fuse.state}.`];
  });
}

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Reads the states of all fuses out of an Electron executable, one character each. */
export async function readFuseWire(file: string): Promise<string> {
  const bytes = await readFile(file);
  const wire = bytes.indexOf(sentinel) + sentinel.length;
  if (wire < sentinel.length) throw new Error(`There are no fuses in ${file}.`);
  const [version, length = 0] = bytes.subarray(wire, wire + 2);
  if (version !== 1) throw new Error(`The fuses of ${file} have the unknown version ${version}.`);
  return bytes.toString('latin1', wire + 2, wire + 2 + length);
}
