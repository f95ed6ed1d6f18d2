import type { Language } from '../../../contract/settings.ts';
import { desktopTest, type RunningApp } from './app.ts';

/** The app without its main process, where nothing would take back what a test has changed. */
export type SharedApp = Pick<RunningApp, 'page' | 'window'>;

interface Fixtures {
  /** The language of the window; `test.use({ language: 'ru' })` changes it. */
  readonly language: Language;
  readonly app: SharedApp;
  readonly window: SharedApp['window'];
}

/**
 * Tests of what a person does in the window, in an Electron that they use one after the other. Each gets the app with
 * an empty list and default settings; see `ReusedApp`.
 */
export const test = desktopTest.extend<Fixtures>({
  language: ['en', { option: true }],

  // Ends before `serve`, so that the servers of the test still run when its profiles are removed.
  app: async ({ language, reusedApp, serve: _ }, use, testInfo) => {
    const app = await reusedApp.handOver(language);
    await use(app);
    if (testInfo.status === testInfo.expectedStatus) return reusedApp.takeBack();
    await testInfo.attach('printed', { body: app.printed() });
    await reusedApp.end();
  },

  window: async ({ app }, use) => use(app.window),
});
