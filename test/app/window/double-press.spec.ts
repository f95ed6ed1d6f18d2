import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { addServers } from '../../support/app/logged-in.ts';
import { test } from '../../support/app/shared-app.ts';

test('the second click of a double click on “More” selects nothing in the menu', async ({ app, server }) => {
  const { page, window } = app;
  const names = Array.from({ length: 12 }, (_, index) => `Depot ${String(index + 1).padStart(2, '0')}`);
  await addServers(
    page,
    server,
    names.map((name) => ({ name, logIn: false })),
  );
  const menu = page.getByRole('menu');
  const bottom = await page.evaluate(() => globalThis.window.innerHeight);
  for (const name of names) {
    const more = window.button('More', window.row(name));
    const box = await more.boundingBox();
    if (box === null || box.y + box.height > bottom - 40) break;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.click(x, y);
    await expect(menu).toBeVisible();
    await page.mouse.click(x, y);
    await expect(menu, name).toHaveCount(0);
    await expect(page.getByRole('dialog'), name).toHaveCount(0);
    await expect(page.getByRole('alertdialog'), name).toHaveCount(0);
  }
});

test('the second press of a double press of “Log in” does not cancel the log-in', async ({ app, serve }) => {
  const server = await serve({ https: true });
  const { page, window } = app;
  await window.addOnly({ address: server.base, name: 'Depot', userName: operator.name });
  await window.button('Log in', window.row('Depot')).click();
  await window.field('Password').fill(operator.password);
  await window.dialog.getByText('Remember password').click();
  await window.button('Log in', window.dialog).click();
  await window.button('Trust this certificate').click();
  const row = window.row('Depot');
  await expect(row).toHaveAccessibleName(/accepted/);
  for (const how of ['keys', 'clicks']) {
    await window.chooseFromMenu('Depot', 'Log out');
    await expect(row).toHaveAccessibleName(/logged out/);
    server.switches.only('/auth/login/', { delayMs: 1_500 });
    await row.focus();
    const box = await window.button('Log in', row).boundingBox();
    if (box === null) throw new Error('no button');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    // Both presses are dispatched in the page, so that no delay comes between them.
    await page.evaluate(
      ([place, way]) => {
        const press = () => {
          if (way === 'clicks')
            globalThis.document.elementFromPoint(place.x, place.y)?.closest('button')?.click();
          else {
            const key = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
            globalThis.document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
          }
        };
        press();
        return new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (!globalThis.document.querySelector('[data-status="logging-in"]')) return;
            observer.disconnect();
            press();
            resolve();
          });
          observer.observe(globalThis.document.body, { subtree: true, childList: true, attributes: true });
        });
      },
      [{ x, y }, how] as const,
    );
    await expect(row).toHaveAccessibleName(/accepted/);
    server.switches.reset();
  }
});

test('a second Enter while a server is being removed does not press Cancel', async ({ app, server }) => {
  const { page, window } = app;
  const { name: userName, password } = operator;
  await window.addAndLogIn({ address: server.base, name: 'Depot', userName, password });
  await expect(window.row('Depot')).toHaveAccessibleName(/accepted/);
  await expect(window.dialog).toHaveCount(0);
  server.switches.only('/auth/logout/', { delayMs: 4_000 });
  await window.chooseFromMenu('Depot', 'Remove');
  const remove = window.button('Log out and remove', window.dialog);
  await remove.press('Enter');
  await expect.poll(() => server.count('/auth/logout/')).toBe(1);
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(remove).toBeFocused();
  await expect(window.dialog).toHaveCount(0);
  await expect(window.row('Depot')).toHaveCount(0);
  expect(server.count('/auth/logout/')).toBe(1);
});
