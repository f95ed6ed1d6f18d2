import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Programs that `npm run test:tools` installs; not part of `npm test`. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/tools/**/*.spec.ts'],
    globalSetup: ['test/support/files/test-folder.ts'],
    pool: 'forks',
    testTimeout: 180_000,
  },
});
