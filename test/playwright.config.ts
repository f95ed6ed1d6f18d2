import { defineConfig } from '@playwright/test';

/** One runner for all tests: `logic` under plain Node, `app` in a real Electron, `faults` as each row needs. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: '../test-results/report.json' }]],
  projects: [
    // A file is a handful of milliseconds: sharing files out costs less than sharing tests out.
    { name: 'logic', testDir: 'logic', timeout: 30_000, fullyParallel: false },
    // A machine that is busy with something else must not make a test red, so windows are given their time.
    { name: 'app', testDir: 'app', timeout: 120_000, expect: { timeout: 20_000 } },
    { name: 'faults', testDir: 'faults', timeout: 180_000, expect: { timeout: 20_000 } },
  ],
});
