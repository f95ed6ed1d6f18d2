import { expect } from '@playwright/test';
import { resolveElectron } from '../../../scripts/electron/electron-runtime.ts';
import { launchSwitches, surroundingsOf } from '../../../scripts/launch-switches.ts';
import { capture } from '../../../scripts/system/commands.ts';
import { projectRoot } from '../../../scripts/system/project-root.ts';
import { test as base } from './app.ts';

interface SecondStart {
  /** Starts the app a second time in the data folder, as a desktop does, and waits until that process has ended. */
  readonly startAgain: (...args: readonly string[]) => Promise<void>;
}

/** Tests with a second start of an app that runs. */
export const test = base.extend<SecondStart>({
  startAgain: async ({ dataFolder, desktop }, use) => {
    const { executable } = await resolveElectron(() => undefined);
    const start = [...launchSwitches(surroundingsOf(desktop)), projectRoot, `--user-data-dir=${dataFolder}`];
    await use(async (...args) => {
      const { code, output } = await capture(executable, [...start, ...args], {
        env: desktop,
        cwd: dataFolder,
      });
      expect(code, output).toBe(0);
    });
  },
});
