import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../contract/settings.ts';
import type { AppState } from '../../../contract/state.ts';
import type { MainWindow } from './pages.ts';

/** What is reused of a running app. */
interface Reusable {
  readonly page: Page;
  readonly window: MainWindow;
  printed(): string;
  close(): Promise<void>;
}

type FreshState = Omit<AppState, 'revision'>;

interface Running {
  readonly app: Reusable;
  readonly folder: string;
  /** The state after the start. */
  readonly fresh: FreshState;
}

/**
 * An app that one test after the other gets as if it had just been started. It is started anew whenever its state is
 * not that of a fresh start.
 */
export class ReusedApp {
  #running: Running | null = null;

  constructor(private readonly launch: (folder: string) => Promise<Reusable>) {}

  /** The app with an empty list, in this language. */
  async handOver(language: Language): Promise<Reusable> {
    if (this.#running && !(await isLikeNew(this.#running, language))) await this.end();
    if (this.#running) return this.#running.app;
    this.#running = await this.#start();
    const isReady = this.#running.fresh.language === language || (await isLikeNew(this.#running, language));
    if (isReady) return this.#running.app;
    throw new Error(`The app does not start in ${language}`);
  }

  /** Takes back what a test has done; called while its servers still run. */
  async takeBack(): Promise<void> {
    if (this.#running && !(await takeBack(this.#running.app))) await this.end();
  }

  /** Ends the app, if it runs. */
  async end(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.app.close();
    if (running) await rm(running.folder, { recursive: true, force: true });
  }

  async #start(): Promise<Running> {
    const folder = await mkdtemp(join(tmpdir(), 'ffsm-test-'));
    const app = await this.launch(folder);
    await expect.poll(async () => (await stateOf(app.page)).storage.kind).not.toBe('opening');
    return { app, folder, fresh: await stateOf(app.page) };
  }
}

async function takeBack({ page, window }: Reusable): Promise<boolean> {
  // No size can be set that the window would follow again.
  if (page.isClosed() || page.viewportSize() !== null) return false;
  try {
    // Forms and dialogs cancel what they have begun.
    await window.closeDialogs();
    await page.evaluate(async () => {
      const { bridge } = globalThis.window;
      await bridge.closeBulkLogin();
      await bridge.clearClipboard();
      const { rows, notices } = JSON.parse(await bridge.readState()) as AppState;
      for (const { profile } of rows) await bridge.removeProfile({ profileId: profile.id, logOut: false });
      for (const { id } of notices) await bridge.dismissNotice({ noticeId: id });
    });
    return true;
  } catch {
    return false;
  }
}

/** Loads the page again, in this language; returns whether nothing is left of earlier tests. */
async function isLikeNew({ app, fresh }: Running, language: Language): Promise<boolean> {
  const { page } = app;
  const settings = {
    ...fresh.settings,
    language: language === fresh.language ? 'system' : language,
  } as const;
  await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: null, reducedMotion: null });
  await page.mouse.move(0, 0);
  await page.evaluate(
    async ([all, layout]) => {
      await window.bridge.changeSettings({ settings: all });
      await window.bridge.changeLayout({ layout });
    },
    [settings, fresh.layout] as const,
  );
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  const [zoom, state] = [await page.evaluate(() => devicePixelRatio), await stateOf(page)];
  // An undo would bring back the servers of earlier tests; none is offered after a reload. Whether the desktop shows a tray
  // is known some seconds after the start.
  const { undoable, trayAbilities } = state;
  const expected = { ...fresh, settings, language, undoable, trayAbilities };
  return zoom === 1 && isDeepStrictEqual(state, expected);
}

function stateOf(page: Page): Promise<FreshState> {
  return page.evaluate(async () => {
    const { revision, ...state } = JSON.parse(await window.bridge.readState()) as AppState;
    return state;
  });
}
