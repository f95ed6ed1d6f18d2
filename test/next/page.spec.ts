import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { contentType } from '../../main/window/page-policy.ts';
import { builtFiles } from '../support/page/serve-page.ts';

const root = join(import.meta.dirname, '../..');
const origin = 'http://ffsm.test';

/** The fake bridge as a script for a page. */
async function bridgeScript(): Promise<string> {
  const virtual = 'fake-bridge-entry';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    plugins: [
      {
        name: virtual,
        resolveId: (id) => (id === virtual ? id : null),
        load: (id) =>
          id === virtual
            ? `import { fakeBridge } from '${join(root, 'test/support/fake-bridge/fake-bridge.ts')}'; window.bridge = fakeBridge();`
            : null,
      },
    ],
    build: { write: false, rollupOptions: { input: virtual, output: { format: 'iife' } } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('The bridge was not built');
  return output.output[0].code;
}

test.describe('the built page in a newer Chromium', () => {
  test('shows its servers and no trouble in the console', async ({ page }) => {
    const troubles: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && troubles.push(message.text())));
    page.on('pageerror', (error) => void troubles.push(error.message));
    const read = builtFiles();
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = pathname === '/' ? '/index.html' : pathname;
      await route.fulfill({ body: await read(file), contentType: contentType(file) });
    });
    await page.addInitScript({ content: await bridgeScript() });
    await page.goto(origin);
    await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
    await expect(page.getByRole('row').first()).toBeVisible();
    for (const name of ['Add server', 'Settings']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    for (const contrast of ['more', 'no-preference'] as const) {
      await page.emulateMedia({ contrast, forcedColors: contrast === 'more' ? 'active' : 'none' });
      await expect(page.getByRole('row').first()).toBeVisible();
    }
    expect(troubles).toEqual([]);
  });
});
