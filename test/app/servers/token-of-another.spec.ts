import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { camera } from '../../support/app/camera.ts';
import { arrowTo } from '../../support/app/focus.ts';
import { en, ru } from '../../support/texts.ts';

interface Server {
  readonly name: string;
  readonly address: string;
}

/** Adds two servers and logs in to the first one. */
async function addBoth({ page }: RunningApp, servers: readonly [Server, Server]): Promise<void> {
  const { name: userName, password } = operator;
  await page.evaluate(
    async ([both, user, secret]) => {
      const { bridge } = globalThis.window;
      for (const { name, address } of both) {
        const draft = { address, name, userName: user, tags: [], environment: 'none' as const };
        const added = await bridge.addProfile({ draft, finding: null });
        if (!added.ok) throw new Error(added.problem.code);
        if (name !== both[0].name) continue;
        const login = { profileId: added.value, password: secret, faceToken: null, keepPassword: false };
        const entered = await bridge.login(login);
        if (!entered.ok) throw new Error(entered.problem.code);
      }
    },
    [servers, userName, password] as const,
  );
}

for (const [language, words] of [
  ['en-US', en],
  ['ru', ru],
] as const) {
  test.describe(`the header of one server, pasted at another, in ${language}`, () => {
    for (const hand of ['mouse', 'keyboard'] as const) {
      test(`is reported with its server and not sent, by ${hand}`, async ({
        launch,
        serve,
        otherProgram,
      }) => {
        const [one, other] = [await serve(), await serve()];
        const app = await launch({ language });
        const { page, window } = app;
        await addBoth(app, [
          { name: 'Airport', address: one.base },
          { name: 'Depot', address: other.base },
        ]);
        const row = (name: string) =>
          page
            .getByRole('grid', { name: words.servers.label })
            .getByRole('row', { name: new RegExp(`^${name}, `) });
        const dialog = page.getByRole('dialog');
        const read = dialog.getByRole('button', { name: words.login.pasted.read });

        if (hand === 'mouse') {
          await row('Airport').getByRole('button', { name: words.servers.copyHeader }).click();
        } else {
          await row('Airport').click();
          await page.keyboard.press('Control+c');
        }
        await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token [0-9a-f]{64}$/);

        if (hand === 'mouse') {
          await row('Depot').click({ button: 'right' });
          await window.chooseEntry(words.login.pasted.open);
          await read.click();
        } else {
          await row('Depot').click();
          await page.keyboard.press('Shift+F10');
          await expect(page.locator('[role="menuitem"]:focus')).toHaveCount(1);
          await arrowTo(page, words.commands.groups.session);
          await page.keyboard.press('ArrowRight');
          await expect(page.getByRole('menu').nth(1).getByRole('menuitem').first()).toBeFocused();
          await arrowTo(page, words.login.pasted.open);
          await page.keyboard.press('Enter');
          await expect(read).toBeFocused();
          await page.keyboard.press('Enter');
        }
        const alert = dialog.getByRole('alert');
        await expect(alert).toContainText(words.problems['pasted-token-of-other'].title);
        await expect(alert).toContainText('Airport');
        await camera(page, language)(`token-of-another-${hand}`);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
        await expect(row('Depot')).toContainText(words.servers.status['logged-out'].word, {
          ignoreCase: true,
        });
        expect(other.requests).toEqual([]);
      });
    }
  });
}
