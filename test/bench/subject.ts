import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { launchSwitches, surroundingsOf } from '../../scripts/launch-switches.ts';
import { projectRoot } from '../../scripts/system/project-root.ts';

/** What is measured: an app in a folder, with a data folder that it keeps from round to round. */
export interface Subject {
  readonly appFolder: string;
  readonly dataFolder: string;
}

/** Where subjects run: the same Electron and the same desktop for all of them. */
export interface Stage {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
  /** A folder for everything that is made on the way. */
  readonly folder: string;
}

/** A subject that runs. */
export interface Running {
  readonly pid: number;
  /** When it was started, in epoch milliseconds. */
  readonly startedAt: number;
  end(): Promise<void>;
}

/** The folder of our own app; it must have been built. */
export const ownFolder = projectRoot;

/** The folder of the app that everything is compared with. */
export const bareFolder = join(projectRoot, 'test', 'bench', 'bare-app');

const maxFarewell = 5_000;

/** The arguments that start a subject. */
export function subjectArguments(subject: Subject, stage: Stage): string[] {
  const switches = launchSwitches(surroundingsOf(stage.env));
  return [...switches, subject.appFolder, `--user-data-dir=${subject.dataFolder}`, '--lang=en-US'];
}

/** Starts a subject as a person would, without anything that watches it from inside. */
export function startSubject(subject: Subject, stage: Stage, extra: readonly string[] = []): Running {
  const args = [...subjectArguments(subject, stage), ...extra];
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(stage.executable, args, { env: stage.env, stdio: 'ignore', cwd: projectRoot });
  return { pid: child.pid ?? 0, startedAt, end: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), maxFarewell);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
