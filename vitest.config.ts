import { defineConfig } from 'vitest/config';
import { RunReport } from './scripts/quality/vitest-report.ts';
import { rows } from './test/faults/rows.ts';

const reportFile = process.env.FFSM_TEST_REPORT;

/** What needs no Electron: `unit` touches nothing outside of its process but temporary files. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: ['test/support/files/test-folder.ts'],
    allowOnly: false,
    // A machine that is busy with something else must not make a test red.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    reporters: reportFile ? ['default', new RunReport(reportFile)] : ['default'],
    // Some tests look at what is printed.
    disableConsoleIntercept: true,
    tags: rows.map(({ number, title }) => ({ name: `row-${number}`, description: title })),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.spec.ts'],
          setupFiles: ['test/support/unit-walls.ts'],
          // Not threads: some tests move to another time zone, which is a matter of the whole process.
          pool: 'forks',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.spec.ts'],
          pool: 'forks',
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'emulator',
          include: ['test/emulator/**/*.spec.ts'],
          pool: 'forks',
          isolate: false,
        },
      },
    ],
  },
});
