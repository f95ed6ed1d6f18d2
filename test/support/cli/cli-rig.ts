import type { AccessQuestion } from '../../../main/cli/access/access-question.ts';
import type { PermissionSpan } from '../../../main/cli/access/permissions.ts';
import { Cli } from '../../../main/cli/cli.ts';
import { socketPath } from '../../../main/cli/server/socket-place.ts';
import { freshFolder } from '../files/fresh-folder.ts';
import { test as base, type HeadlessApp } from '../headless-app.ts';
import { ffsmScript, type Printed, run } from './run-program.ts';

/** `ffsm` over a real socket. */
export interface CliRig {
  readonly cli: Cli;
  readonly app: HeadlessApp;
  readonly socket: string;
  /** The environment of the programs. */
  readonly env: NodeJS.ProcessEnv;
  /** What a person answers; null: denied. */
  readonly person: {
    answer: PermissionSpan | null;
    readonly asked: AccessQuestion[];
    /** How often the window was shown. */
    broughtForward: number;
    /** How often quick access was shown. */
    quickShown: number;
    /** Called while a question is open, which it holds. */
    meanwhile: () => unknown;
  };
  /** Runs `ffsm` as a script does, in this environment. */
  ffsm(args: readonly string[], input?: string, shell?: string, more?: NodeJS.ProcessEnv): Promise<Printed>;
  /** Runs `ffsm` from a program of its own. */
  perl(args: readonly string[]): Promise<Printed>;
}

/** A program that starts another one and waits for it, so that it is the one that asks. */
const starter = 'exit(system(@ARGV) >> 8)';

/** Tests of `ffsm` with the parts of the app, without a window. */
export const test = base.extend<{ readonly rig: CliRig }>({
  rig: async ({ app }, use) => {
    const home = await freshFolder();
    const env = { ...process.env, XDG_RUNTIME_DIR: home };
    const socket = socketPath(env, home);
    const person: CliRig['person'] = {
      answer: 'once',
      asked: [],
      broughtForward: 0,
      quickShown: 0,
      meanwhile: () => undefined,
    };
    const cli = new Cli({
      ...app.parts,
      ...app.deps,
      opened: Promise.resolve(),
      showQuickAccess: () => {
        person.quickShown += 1;
      },
      showMainWindow: () => {
        person.broughtForward += 1;
      },
      showAccessQuestion: async (question, over) => {
        person.asked.push(question);
        await person.meanwhile();
        if (over.aborted) return null;
        return person.answer;
      },
    });
    await cli.open(socket);
    await use({
      cli,
      app,
      socket,
      env,
      person,
      ffsm: (args, input, shell = 'sh', more = {}) =>
        run(shell, [ffsmScript, ...args], { ...env, ...more }, input),
      perl: (args) => run('perl', ['-e', starter, 'sh', ffsmScript, ...args], env),
    });
    await cli.close();
  },
});
