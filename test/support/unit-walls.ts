import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);

/** What a unit test must not use; a test that does belongs in `test/integration`. */
function forbid(owner: Record<string, unknown>, names: readonly string[], what: string): void {
  for (const name of names)
    owner[name] = () => {
      throw new Error(`A unit test may not ${what}`);
    };
}

const { Socket, Server } = require('node:net');
forbid(Socket.prototype, ['connect'], 'open a connection');
forbid(Server.prototype, ['listen'], 'listen');
forbid(require('node:dns'), ['lookup', 'resolve'], 'look up a name');
forbid(
  require('node:child_process'),
  ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  'start a program',
);
forbid(require('node:crypto'), ['scrypt', 'scryptSync'], 'derive a key from a passphrase');
syncBuiltinESMExports();
