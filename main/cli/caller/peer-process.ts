import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/** Asks the kernel who connected, which neither Node nor Electron can. */
const scripts: Partial<Record<NodeJS.Platform, string>> = {
  // SOL_SOCKET, SO_PEERCRED: pid, uid, gid.
  linux: 'open(S,"+<&=",3) or exit 1;print join " ",unpack("iii",getsockopt(S,1,17))',
  // SOL_LOCAL, LOCAL_PEERPID.
  darwin: 'open(S,"+<&=",3) or exit 1;print unpack("i",getsockopt(S,0,2))',
};
/** How long a busy computer may take to start it, in ms. */
const patienceMs = 20_000;

/** The ID of the process at the other end of a Unix socket; null if it cannot be known. */
export function peerProcess(socket: Socket): Promise<number | null> {
  const script = scripts[process.platform];
  if (script === undefined) return Promise.resolve(null);
  return new Promise((resolve) => {
    const perl = spawn('/usr/bin/perl', ['-e', script], {
      stdio: ['ignore', 'pipe', 'ignore', socket],
      env: {},
      timeout: patienceMs,
      killSignal: 'SIGKILL',
    });
    let text = '';
    perl.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString('latin1');
    });
    perl.once('error', () => resolve(null));
    perl.once('close', () => resolve(readPeer(text, process.getuid?.())));
  });
}

/** The process in "pid uid gid", or in "pid"; null if it belongs to another user. */
export function readPeer(text: string, ownUser: number | undefined): number | null {
  const [pid = Number.NaN, user = ownUser] = text.split(' ').map(Number);
  // SECURITY: another user gets nothing, also where the folder of the socket would let it in (0052).
  return Number.isInteger(pid) && pid > 0 && user === ownUser ? pid : null;
}
