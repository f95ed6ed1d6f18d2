import { defineConfig } from '@playwright/test';

/** The tests that need a real Electron, its longest first; what needs none is in `vitest.config.ts`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Generous timeouts, since a busy machine must not fail a test.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/report.json' }]],
  projects: [
    { name: 'faults', testDir: 'faults', timeout: 180_000 },
    { name: 'app', testDir: 'app' },
    // The built page over a fake bridge, every dialog in its states.
    { name: 'page', testDir: 'page' },
    // Every screen in every language, size and theme, for eyes; `words` only looks for words that are cut.
    { name: 'pictures', testDir: 'pictures' },
    { name: 'words', testDir: 'pictures', grep: /in ru\b/ },
    // Packages, really installed by root on Debian: `npm run test:package`.
    {
      name: 'package',
      testDir: 'package',
      timeout: 600_000,
      fullyParallel: false,
      workers: 1,
      snapshotPathTemplate: '{testDir}/expected/{arg}{ext}',
    },
    // The built page in another Chromium than Electron's: `npm run test:next`.
    {
      name: 'next',
      testDir: 'next',
      use: {
        launchOptions: {
          executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
          args: ['--no-sandbox'],
        },
      },
    },
  ],
});
