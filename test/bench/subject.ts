import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { launchSwitches, surroundingsOf } from '../../scripts/launch-switches.ts';
import { projectRoot } from '../../scripts/system/project-root.ts';

/** An app under measurement, with a data folder that is kept between rounds. */
export interface Subject {
  readonly appFolder: string;
  readonly dataFolder: string;
}

/** The Electron and the desktop that all subjects share. */
export interface Stage {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
  /** A folder for temporary files. */
  readonly folder: string;
}

/** A running subject. */
export interface Running {
  readonly pid: number;
  /** Time of its start in epoch milliseconds. */
  readonly startedAt: number;
  end(): Promise<void>;
}

/** The folder of this app, which has to be built. */
export const ownFolder = projectRoot;

/** The folder of the app for comparison. */
export const bareFolder = join(projectRoot, 'test', 'bench', 'bare-app');

const maxFarewell = 5_000;

/** The arguments that start a subject. */
export function subjectArguments(subject: Subject, stage: Stage): string[] {
  const switches = launchSwitches(surroundingsOf(stage.env));
  return [...switches, subject.appFolder, `--user-data-dir=${subject.dataFolder}`, '--lang=en-US'];
}

/** Starts a subject without any instrumentation. */
export function startSubject(subject: Subject, stage: Stage, extra: readonly string[] = []): Running {
  const args = [...subjectArguments(subject, stage), ...extra];
  // The same clock as the mark of the page.
  const startedAt = Date.now();
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
