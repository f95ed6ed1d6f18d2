import { expect, type Page } from '@playwright/test';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { WebPage } from '../../../contract/sessions/web-window.ts';
import type { RunningApp } from './app.ts';

/** A web window: the page of the server, and the app's row above it. */
export interface ShownWebWindow {
  readonly view: Page;
  readonly row: Page;
}

/** Opens a page of a server in its window, and waits until both of its parts are there. */
export async function openWebWindow(
  app: RunningApp,
  profileId: ProfileId,
  origin: string,
  page: WebPage = 'interface',
): Promise<ShownWebWindow> {
  const before = new Set(app.electron.windows());
  const opened = await app.page.evaluate((request) => window.bridge.openWebPage(request), {
    profileId,
    page,
  });
  if (!opened.ok) throw new Error(opened.problem.code);
  const found = (start: string) =>
    app.electron.windows().find((one) => !before.has(one) && one.url().startsWith(start));
  await expect.poll(() => found(`${origin}/`) !== undefined && found(toolbar) !== undefined).toBe(true);
  const [view, row] = [found(`${origin}/`), found(toolbar)];
  if (!view || !row) throw new Error('The web window is not there');
  return { view, row };
}

/** The page of a server in the only web window, once it is open. */
export function viewOf(app: RunningApp, origin: string): Promise<Page> {
  return once(app, (url) => url.startsWith(`${origin}/`));
}

/** The search of a web window, once it is open. */
export function findBoxOf(app: RunningApp): Promise<Page> {
  return once(app, (url) => url === `${toolbar}#find`);
}

async function once({ electron }: RunningApp, isWanted: (url: string) => boolean): Promise<Page> {
  const find = () => electron.windows().find((one) => isWanted(one.url()));
  await expect.poll(() => find() !== undefined).toBe(true);
  const found = find();
  if (!found) throw new Error('The page is gone');
  return found;
}

/** Presses a key in the view of a server, at the level of the window system. */
export async function pressInView(
  { electron }: RunningApp,
  origin: string,
  keyCode: string,
  ...modifiers: readonly ('control' | 'alt')[]
): Promise<void> {
  await electron.evaluate(
    ({ webContents }, pressed) => {
      const view = webContents
        .getAllWebContents()
        .find((one) => one.getURL().startsWith(`${pressed.origin}/`));
      for (const type of ['keyDown', 'keyUp'] as const)
        view?.sendInputEvent({ type, keyCode: pressed.keyCode, modifiers: [...pressed.modifiers] });
    },
    { origin, keyCode, modifiers },
  );
}

/** The titles of all windows but the app's own. */
export function webTitles({ electron }: RunningApp): Promise<readonly string[]> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter(({ webContents }) => webContents.getURL().endsWith('/toolbar.html'))
      .map((one) => one.getTitle()),
  );
}

/** Closes all windows but the app's own. */
export function closeWebWindows({ electron }: RunningApp): Promise<void> {
  return electron.evaluate(({ BrowserWindow }) => {
    for (const one of BrowserWindow.getAllWindows())
      if (one.webContents.getURL().endsWith('/toolbar.html')) one.close();
  });
}

const toolbar = 'app://bundle/toolbar.html';
