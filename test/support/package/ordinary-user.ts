import { execFile } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asUser } from '../../../scripts/desktop/desktop-user.ts';
import { capture } from '../../../scripts/system/commands.ts';
import { type TemporaryFolder, temporaryFolder } from '../../../scripts/system/temporary-folder.ts';
import { startVirtualDesktop } from '../../../scripts/virtual-desktop.ts';

const name = 'ffsm-tester';

/** What a program printed, and its exit code. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly printed: string;
}

/** An account without any rights, with a desktop of its own. */
export interface OrdinaryUser {
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  /** Where the app keeps its data. */
  readonly dataFolder: string;
  /** The environment of programs on the desktop of this user. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs a program as this user and waits for its end. */
  run(command: string, args: readonly string[], signal?: AbortSignal): Promise<Ended>;
  /** An executable that becomes this user and then the given program. */
  starter(executable: string): Promise<string>;
  /** Ends the desktop and removes the account with everything it owns. */
  remove(): Promise<void>;
}

/** Creates the account and its desktop; only root can. */
export async function ordinaryUser(): Promise<OrdinaryUser> {
  await removeAccount();
  await must('useradd', ['--create-home', '--shell', '/bin/sh', name]);
  const [, , uid = '', gid = '', , home = ''] = (await accountLine()).split(':');
  const ids = { uid: Number(uid), gid: Number(gid) };
  const base = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    HOME: home,
    USER: name,
    LOGNAME: name,
  };
  const desktop = await startVirtualDesktop(base, ids);
  // The desktop of a real user keeps its data in the home folder.
  const { XDG_CONFIG_HOME, XDG_DATA_HOME, ...env } = desktop.env;
  const starters = await temporaryFolder('starters');
  await chmod(starters.path, 0o755);
  return {
    ...{ ...ids, home, env },
    dataFolder: join(home, '.config/FindFace Session Manager'),
    run: (command, args, signal) =>
      new Promise((resolve) => {
        const options = { env, cwd: home, ...(signal ? { signal } : {}) };
        const child = execFile(...asUser(ids, command, args), options, (_error, output, printed) =>
          resolve({ code: child.exitCode, output, printed }),
        );
      }),
    starter: (executable) => writeStarter(starters, asUser(ids, executable, []).flat()),
    remove: async () => {
      await desktop.end();
      await starters.remove();
      await removeAccount();
    },
  };
}

/** A script that keeps its process, whose ID and outputs Playwright needs. */
async function writeStarter({ path }: TemporaryFolder, words: readonly string[]): Promise<string> {
  const file = join(path, `start-${Date.now()}`);
  const command = words.map((word) => `'${word}'`).join(' ');
  await writeFile(file, `#!/bin/sh\ncd "$HOME" && exec ${command} "$@"\n`, { mode: 0o755 });
  return file;
}

async function accountLine(): Promise<string> {
  const accounts = await readFile('/etc/passwd', 'utf8');
  return accounts.split('\n').find((line) => line.startsWith(`${name}:`)) ?? '';
}

async function removeAccount(): Promise<void> {
  if ((await accountLine()) === '') return;
  await capture('pkill', ['--signal', 'KILL', '--uid', name]);
  await must('userdel', ['--remove', name]);
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await capture(command, args);
  // userdel complains about a missing mailbox, and has done its work.
  if (code !== 0 && code !== 12) throw new Error(`${command}: ${output}`);
}
