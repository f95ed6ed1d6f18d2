import { app } from 'electron';
import { asksForQuickAccess } from '../quick-access/quick-switch.ts';
import { signal } from '../timing/deadline.ts';
import { openedPath } from '../transfer/opened-path.ts';

/** With it, `ffsm` starts the app. */
const cliSwitch = '--ffsm';

/** The lists that the system asks this app to open. */
interface OpenedFiles {
  /** Whether no other process of the app runs; if one does, it gets the file of this one, and whether quick access is asked for. */
  claimApp(): boolean;
  /** Calls back when `ffsm` started this process or a later one, because nobody listens; also for those of before. */
  listenToCli(listener: () => void): void;
  /** Passes on every file, also those of before. */
  listen(listener: (path: string) => void): void;
}

/** Collects the files by which the app was started, those of later starts, and those of Finder. */
export function collectOpenedFiles(): OpenedFiles {
  const early: string[] = [];
  let tell = (path: string): void => {
    early.push(path);
  };
  const hear = (args: readonly unknown[]) => {
    const path = openedPath(args, process.cwd());
    if (path !== null) tell(path);
  };
  hear(process.argv.slice(1));
  // Finder may ask before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    hear([path]);
  });
  const cliAsked = signal();
  let tellOfCli = () => cliAsked.give();
  const startedByCli = process.argv.includes(cliSwitch);
  if (startedByCli) tellOfCli();
  app.on('second-instance', (_event, _argv, _folder, data) => {
    hear([fieldIn(data, 'file')]);
    if (fieldIn(data, 'cli') === true) tellOfCli();
  });
  return {
    // The path is made absolute in the process that knows its folder; Chromium adds arguments to those of its event.
    claimApp: () =>
      app.requestSingleInstanceLock({
        ...{ file: early.at(-1) ?? null, cli: startedByCli },
        quick: asksForQuickAccess(process.argv),
      }),
    listenToCli: (listener) => {
      tellOfCli = listener;
      if (cliAsked.isGiven) listener();
    },
    listen: (listener) => {
      tell = listener;
      for (const path of early.splice(0)) listener(path);
    },
  };
}

function fieldIn(data: unknown, name: 'file' | 'cli'): unknown {
  return typeof data === 'object' && data !== null && name in data
    ? (data as { readonly [field: string]: unknown })[name]
    : null;
}
