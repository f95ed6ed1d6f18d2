import { symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from '../support/app/app.ts';

test.describe('the instance lock of a crashed app', () => {
  for (const [where, computer] of [
    ['on this computer', hostname()],
    ['on another computer', 'another-computer'],
  ] as const) {
    test(`${where} does not prevent the next start`, { tag: ['@row-115'] }, async ({
      dataFolder,
      launch,
    }) => {
      await symlink(`${computer}-999999999`, join(dataFolder, 'SingletonLock'));
      const { window } = await launch();
      await window.openAddServer();
    });
  }
});
