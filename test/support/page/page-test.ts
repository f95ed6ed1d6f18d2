import { join } from 'node:path';
import { _electron, test as base, expect, type Page } from '@playwright/test';
import { type SideSubject, sideSearch } from '../../../contract/windows/side-window.ts';
import { resolveElectron } from '../../../scripts/electron/electron-runtime.ts';
import { launchSwitches, surroundingsOf } from '../../../scripts/launch-switches.ts';
import { temporaryFolder } from '../../../scripts/system/temporary-folder.ts';
import { startVirtualDesktop } from '../../../scripts/virtual-desktop.ts';
import { MainWindow } from '../app/pages.ts';
import { bundleForPage } from './bundle-for-page.ts';
import type { Answer, Asked, CallName, PageMain } from './page-main.ts';
import { pageOrigin, servePage } from './serve-page.ts';

const shell = join(import.meta.dirname, '../../page/shell');

/** The built page over a fake bridge that the test controls. */
export class ShownPage {
  readonly window: MainWindow;

  constructor(readonly page: Page) {
    this.window = new MainWindow(page);
  }

  /** The requests of a call so far. */
  async asked(call: CallName): Promise<readonly unknown[]> {
    const asked: readonly Asked[] = await this.page.evaluate((name) => window.pageSwitch.asked(name), call);
    return asked.map(({ request }) => request);
  }

  /** How a call is answered from now on; null: as the fake bridge does. */
  async answer(call: CallName, answer: Answer | null): Promise<void> {
    await this.page.evaluate(([name, given]) => window.pageSwitch.answer(name, given), [
      call,
      answer,
    ] as const);
  }

  /** Lets a call that waits go on. */
  async release(call: CallName): Promise<void> {
    await this.page.evaluate((name) => window.pageSwitch.release(name), call);
  }
}

interface WorkerFixtures {
  readonly pageOfWorker: Page;
}

interface Fixtures {
  /** Shows the page over a fake bridge in this state. */
  readonly show: (main?: PageMain) => Promise<ShownPage>;
  /** Shows quick access likewise, in a window of its size. */
  readonly showQuick: (main?: PageMain) => Promise<ShownPage>;
  /** Shows the page of a side window likewise. */
  readonly showSide: (subject: SideSubject, main?: PageMain) => Promise<ShownPage>;
}

/** Tests of the built page alone, which is loaded once for all tests of a worker. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  pageOfWorker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => {
      const script = bundleForPage('test/support/page/page-bridge.ts');
      const desktop = process.platform === 'linux' ? await startVirtualDesktop() : null;
      const env = desktop?.env ?? process.env;
      const data = await temporaryFolder('page');
      const { executable } = await resolveElectron(() => undefined);
      const electron = await _electron.launch({
        executablePath: executable,
        cwd: shell,
        args: [...launchSwitches(surroundingsOf(env)), '.', `--user-data-dir=${data.path}`, '--lang=en-US'],
        env: Object.fromEntries(
          Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        ),
      });
      const page = await electron.firstWindow();
      // Colors in the middle of a transition are not judged.
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
      await servePage(page);
      await page.addInitScript({ content: await script });
      await openPage(page, pageOrigin);
      await use(page);
      await electron.close();
      await data.remove();
      await desktop?.end();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  showQuick: async ({ pageOfWorker: page, show }, use) => {
    await openPage(page, `${pageOrigin}/quick-access.html`);
    await page.setViewportSize({ width: 680, height: 420 });
    await use(async (main) => {
      const on = await show(main);
      // Anew, as when its window is shown.
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      return on;
    });
    await page.setViewportSize({ width: 1280, height: 800 });
    await openPage(page, pageOrigin);
  },

  showSide: async ({ pageOfWorker: page, show }, use) => {
    await use(async (subject, main) => {
      await openPage(page, `${pageOrigin}/${sideSearch(subject)}`);
      return show(main);
    });
    await page.setViewportSize({ width: 1280, height: 800 });
    await openPage(page, pageOrigin);
  },

  show: async ({ pageOfWorker: page }, use) => {
    const troubles: string[] = [];
    const onError = (error: Error) => void troubles.push(error.message);
    page.on('pageerror', onError);
    await use(async (main = {}) => {
      await page.evaluate((of) => window.pageSwitch.begin(of), main);
      return new ShownPage(page);
    });
    page.off('pageerror', onError);
    expect(troubles).toEqual([]);
  },
});

async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
}
