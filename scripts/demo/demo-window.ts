import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { MainWindow } from '../../test/support/app/pages.ts';
import { launchSwitches, surroundingsOf } from '../launch-switches.ts';
import { projectRoot } from '../system/project-root.ts';
import type { DemoServer } from './demo-servers.ts';

// Generous, for slow or busy computers.
const patience = 120_000;

/** Where and how the demo's window opens. */
export interface DemoStage {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
  readonly dataFolder: string;
}

/** The app on the screen, operated like a person would. */
export interface DemoWindow {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

/** Opens the app and waits for its first paint. */
export async function openDemoWindow({ executable, env, dataFolder }: DemoStage): Promise<DemoWindow> {
  const args = [
    ...launchSwitches(surroundingsOf(env)),
    projectRoot,
    `--user-data-dir=${dataFolder}`,
    '--lang=en-US',
  ];
  const electron = await _electron.launch({
    executablePath: executable,
    cwd: projectRoot,
    args,
    env: Object.fromEntries(
      Object.entries({ ...env, LANGUAGE: 'en' }).filter((entry): entry is [string, string] => !!entry[1]),
    ),
    // Uses the color scheme of the system.
    colorScheme: null,
    timeout: patience,
  });
  const page = await electron.firstWindow({ timeout: patience });
  page.setDefaultTimeout(patience);
  await page.locator('html[data-ready]').waitFor();
  return { electron, page };
}

/** Logs in to a server with its row's button and the dialog, unless it is logged in already. */
export async function logIn({ page }: DemoWindow, { name, person }: DemoServer): Promise<void> {
  const window = new MainWindow(page);
  const button = window.row(name).getByRole('button', { name: /^Log in( again)?$/ });
  const copy = window.button('Copy header', window.row(name));
  await button.or(copy).waitFor();
  if (await copy.isVisible()) return;
  await button.click();
  await window.field('Password').fill(person.password);
  await window.button('Log in', window.dialog).click();
  await copy.waitFor();
}

/** Copies a server's header with its row's button; returns the content of the clipboard. */
export async function copyHeader({ electron, page }: DemoWindow, { name }: DemoServer): Promise<string> {
  const window = new MainWindow(page);
  await window.button('Copy header', window.row(name)).click();
  await window.clipboard.getByText('Header copied').waitFor();
  return electron.evaluate(({ clipboard }) => clipboard.readText());
}

/** The accessible text of a row. */
export async function rowText({ page }: DemoWindow, { name }: DemoServer): Promise<string> {
  const row = new MainWindow(page).row(name);
  return (await row.getAttribute('aria-label')) ?? (await row.textContent()) ?? '';
}

/** Takes a screenshot in a size that suits a document. */
export async function takePicture({ electron, page }: DemoWindow, file: string): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  // On a small screen the window stays smaller, and so does the screenshot.
  for (let tries = 0; tries < 40 && (await sizeOf(page)) !== '1280 × 800'; tries += 1) await pause(50);
  await page.screenshot({ path: file });
}

function sizeOf(page: Page): Promise<string> {
  return page.evaluate('[innerWidth, innerHeight].join(" × ")');
}
