import { homedir } from 'node:os';
import { app, nativeTheme } from 'electron';
import type { AppDeps } from '../../app/app-deps.ts';
import type { App } from '../../app/create-app.ts';
import { CliSwitch } from '../../cli/cli-switch.ts';
import { socketPath } from '../../cli/server/socket-place.ts';
import { consentWindow } from './consent-window.ts';

interface Surroundings {
  readonly deps: AppDeps;
  /** Zoom of the pages in percent. */
  readonly zoom: () => number;
  readonly opened: Promise<unknown>;
  readonly showQuickAccess: () => void;
  readonly turnOn: () => Promise<unknown>;
}

/** Lets the app answer `ffsm`; its parts are loaded when the setting is on. */
export function startCli(
  parts: App,
  { deps, zoom, opened, showQuickAccess, turnOn }: Surroundings,
): CliSwitch {
  const { showMainWindow } = deps.web;
  return new CliSwitch({
    ...parts,
    ...{ turnOn, showMainWindow },
    log: deps.appLog.log,
    path: socketPath(process.env, homedir()),
    create: async () => {
      const { Cli } = await import('../../cli/cli.ts');
      return new Cli({
        ...deps,
        ...parts,
        ...{ opened, showMainWindow, showQuickAccess },
        appVersion: app.getVersion(),
        showAccessQuestion: consentWindow({
          zoom,
          hasMoreContrast: () =>
            nativeTheme.shouldUseHighContrastColors || parts.live.read().settings.theme === 'contrast',
        }),
      });
    },
  });
}
