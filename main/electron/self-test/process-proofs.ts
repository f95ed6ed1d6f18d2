import { readdir, readFile, readlink } from 'node:fs/promises';
import { url as inspectorUrl } from 'node:inspector';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { findFuseProblems, fusesForTests, readFuseWire, wantedFuses } from '../../self-test/fuses.ts';
import { holdsSocket, listeningInodes } from '../../self-test/process-facts.ts';
import type { Finding } from '../../self-test/self-test.ts';
import { isForTests } from '../launch-guard.ts';
import { findPolicy, findWholePolicy } from '../managed-policy.ts';

/** Reads the fuses of the running executable. */
export async function fuseProof(): Promise<Finding> {
  const forTests = isForTests();
  const problems = findFuseProblems(await readFuseWire(fuseFile()), forTests ? fusesForTests : wantedFuses);
  const found = forTests ? 'those of a build for tests' : 'as in a release';
  return problems.length === 0 ? { ok: true, found } : { ok: false, found: problems.join(' ') };
}

/** Looks for doors to a debugger: switches, Node's inspector, listening sockets. */
export async function debuggingProof(): Promise<Finding> {
  const open = [
    ...['remote-debugging-port', 'remote-debugging-pipe', 'inspect'].filter((name) =>
      app.commandLine.hasSwitch(name),
    ),
    ...(inspectorUrl() === undefined ? [] : ['the inspector of Node']),
    ...((await isListening()) ? ['a listening socket'] : []),
  ];
  if (open.length > 0) return { ok: false, found: `Open to other programs: ${open.join(', ')}.` };
  return { ok: true, found: 'no switch, no inspector, no listening socket' };
}

/** Compares the version of the app with that of its archive. */
export async function versionProof(): Promise<Finding> {
  const manifest = JSON.parse(await readFile(join(app.getAppPath(), 'package.json'), 'utf8'));
  const { electron, chrome, node } = process.versions;
  const found = `app ${manifest.version}, Electron ${electron}, Chromium ${chrome}, Node ${node}`;
  return { ok: manifest.version === app.getVersion(), found };
}

/** Reads the policy of the organization; one that is ignored as broken fails. */
export async function policyProof(): Promise<Finding> {
  const policy = await findWholePolicy(findPolicy());
  if (policy.kind === 'none') return { ok: true, found: 'none' };
  if (policy.kind === 'policy') return { ok: true, found: `in force: ${policy.file}` };
  return { ok: false, found: `ignored because of ${policy.where}: ${policy.file}` };
}

/** On macOS the fuses are in the framework beside the executable. */
function fuseFile(): string {
  if (process.platform !== 'darwin') return process.execPath;
  const contents = dirname(dirname(process.execPath));
  return join(contents, 'Frameworks/Electron Framework.framework/Electron Framework');
}

/** Whether this process listens on TCP; only Linux tells. */
async function isListening(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'latin1').catch(() => '')),
  );
  const links = (await readdir('/proc/self/fd')).map((name) =>
    readlink(`/proc/self/fd/${name}`).catch(() => ''),
  );
  return holdsSocket(await Promise.all(links), tables.flatMap(listeningInodes));
}
