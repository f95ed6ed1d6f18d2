import { expect } from '@playwright/test';
import type { AppState } from '../../../contract/state.ts';
import { operator } from '../../emulator/default-users.ts';
import { test as ownAppTest } from '../../support/app/app.ts';
import { test } from '../../support/app/shared-app.ts';
import { addMany, ownerOf, serveAt40 } from '../../support/servers/many-servers.ts';
import { en, ru } from '../../support/texts.ts';

const languages = [
  { language: 'en', words: en, depot4: 'depot 4', airport1: 'Airport 1' },
  // The same keys on the Russian layout.
  { language: 'ru', words: ru, depot4: 'вузще 4', airport1: 'Фшкзщке 1' },
] as const;

for (const { language, words } of languages) {
  test.describe(`searching, in ${language}`, () => {
    test.use({ language });

    test('inside a view offers matches outside it, by keyboard and by mouse', async ({
      app,
      server,
      otherProgram,
    }) => {
      test.setTimeout(90_000);
      const { page } = app;
      await addMany(page, server, 4);
      const { keyboard } = page;
      const search = page.getByRole('searchbox', { name: words.window.search });
      const list = page.getByRole('grid', { name: words.servers.label });
      const rows = list
        .getByRole('row')
        .filter({ has: page.getByRole('button', { name: words.servers.more, exact: true }) });
      const all = (count: number) => words.window.enter.searchAll_other.replace('{{count}}', String(count));
      const favourites = page.locator('[data-view="favourites"]');
      await otherProgram.copy('untouched');

      await favourites.click();
      await expect(rows).toHaveCount(1);
      await search.fill('metro');
      await expect(
        page.getByText(words.servers.empty.nothingInView.replace('{{view}}', words.window.view.favourites)),
      ).toBeVisible();
      await expect(search).toHaveAccessibleDescription(
        words.window.enter.described.replace('{{action}}', all(4)),
      );
      await search.press('Enter');
      await expect(rows).toHaveCount(4);
      await expect(search).toBeFocused();
      await expect(rows.first()).toHaveAttribute('aria-selected', 'true');

      await favourites.click();
      await expect(rows).toHaveCount(0);
      await page.getByRole('button', { name: all(4), exact: true }).click();
      await expect(rows).toHaveCount(4);
      await expect(search).toBeFocused();

      // Some matches inside the view, more outside.
      await favourites.click();
      await search.fill('airport');
      await expect(rows).toHaveCount(1);
      await page.getByRole('button', { name: all(4), exact: true }).click();
      await expect(rows).toHaveCount(4);

      // No matches: Enter does nothing, and there is no hint.
      await search.fill('nowhere');
      await expect(rows).toHaveCount(0);
      await expect(search).toHaveAccessibleDescription('');
      await keyboard.press('Enter');
      await keyboard.press('ArrowDown');
      await expect(search).toBeFocused();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      expect(await otherProgram.paste()).toBe('untouched');
      await keyboard.press('Escape');
      await expect(search).toHaveValue('');
      await expect(rows.first()).toBeVisible();
    });
  });
}

for (const { language, words, depot4, airport1 } of languages) {
  test.describe(`searching, in ${language}`, () => {
    ownAppTest(
      'among sixty servers selects the best match, by keyboard and by mouse',
      async ({ launch, serve, otherProgram }) => {
        test.setTimeout(120_000);
        const { page } = await launch({ language });
        await addMany(page, await serveAt40(serve), 8);
        const { keyboard } = page;
        const search = page.getByRole('searchbox', { name: words.window.search });
        const list = page.getByRole('grid', { name: words.servers.label });
        const row = (name: string) => list.getByRole('row', { name: new RegExp(`^${name}, `) });
        const dialog = page.getByRole('dialog');
        const copied = async (name: string) => {
          await expect(page.getByRole('status', { name: words.window.clipboard.label })).toContainText(name);
          expect(await ownerOf(page, await otherProgram.paste())).toBe(name);
        };
        const says = (action: 'copy' | 'log-in', name: string) =>
          expect(search).toHaveAccessibleDescription(
            words.window.enter.described.replace(
              '{{action}}',
              words.window.enter[action].replace('{{server}}', `${name}, ${operator.name}`),
            ),
          );
        const asksForPassword = async (name: string) => {
          await expect(dialog).toHaveAccessibleName(new RegExp(name));
          await keyboard.press('Escape');
          await expect(dialog).toHaveCount(0);
          expect(await otherProgram.paste()).toBe('untouched');
        };
        await otherProgram.copy('untouched');

        // Its digit is in the port of all others, and it has no session to copy from.
        await keyboard.press('Control+f');
        await keyboard.type(depot4);
        await says('log-in', 'Depot 4');
        await expect(list.getByRole('row')).toHaveCount(1);
        await keyboard.press('Enter');
        await asksForPassword('Depot 4');
        await search.fill(depot4);
        await list.getByRole('button', { name: words.servers.logIn, exact: true }).click();
        await asksForPassword('Depot 4');

        // Neither favorites nor the earlier selection come before the typed name.
        for (const selected of ['Metro 2', 'Airport 2']) {
          await search.fill(selected);
          await row(selected).click();
          await search.fill('');
          await keyboard.press('Control+f');
          await keyboard.type(airport1);
          await says('copy', 'Airport 1');
          await expect(row('Airport 1')).toHaveAttribute('aria-selected', 'true');
          await keyboard.press('Enter');
          await copied('Airport 1');

          await search.fill(selected);
          await row(selected).click();
          await search.fill('');
          await search.fill(airport1);
          await expect(list.getByRole('row').first()).toHaveAccessibleName(/^Airport 1, /);
          await list.getByRole('button', { name: words.servers.copyHeader, exact: true }).first().click();
          await copied('Airport 1');
          await otherProgram.copy('untouched');
        }

        // The list is in its order again, with the selected row in view.
        await search.fill('stadium 8');
        await says('copy', 'Stadium 8');
        await keyboard.press('Escape');
        await expect(search).toHaveValue('');
        await expect(list.getByRole('row').first()).not.toHaveAccessibleName(/^Stadium/);
        await expect(row('Stadium 8')).toHaveAttribute('aria-selected', 'true');
        await expect(row('Stadium 8')).toBeInViewport();

        // Matches are highlighted, and the accessible name is unchanged.
        await search.fill('airprot 3');
        await expect(row('Airport 3').locator('mark')).toHaveText(['Airport', '3']);
        await keyboard.press('ArrowDown');
        await expect(row('Airport 3')).toBeFocused();
      },
    );
  });
}

ownAppTest('shortens names, but never the action of Enter', async ({ launch, server }) => {
  test.setTimeout(120_000);
  for (const language of ['en', 'ru', 'es'] as const) {
    const { page, close } = await launch({ language });
    if (language === 'en') await addMany(page, server, 4);
    await page.evaluate(async () => {
      const { rows } = JSON.parse(await window.bridge.readState()) as AppState;
      const row = rows.find(({ profile }) => profile.name.startsWith('Depot 4'));
      if (row === undefined) throw new Error('no row');
      const { address, userName, tags, environment } = row.profile;
      const name = 'Depot 4 with a name that is much too long for any field of any window';
      const draft = { address: address.origin, name, userName, tags, environment };
      await window.bridge.editProfile({ profileId: row.profile.id, draft, finding: null, choice: null });
    });
    const search = page.getByRole('search').getByRole('searchbox');
    await search.fill('depot 4');
    for (const width of [1440, 1280, 1024, 900, 760, 600, 480]) {
      await page.setViewportSize({ width, height: 700 });
      const field = page.getByRole('search');
      const outside = await field.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const parts = [...element.querySelectorAll<HTMLElement>('#search-enter [aria-hidden] *')];
        return parts
          .filter((part) => part.getClientRects().length > 0)
          .filter((part) => {
            const { left, right } = part.getBoundingClientRect();
            const mayBeCut = getComputedStyle(part).textOverflow === 'ellipsis';
            return (
              left < box.left ||
              right > box.right ||
              (!mayBeCut && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
            );
          })
          .map((part) => part.textContent);
      });
      expect(outside, `${language} at ${width}`).toEqual([]);
      const room = await search.evaluate((input) => input.clientWidth);
      expect(room, `room to type, ${language} at ${width}`).toBeGreaterThan(40);
      if (process.env.PICTURES !== undefined)
        await page.screenshot({ path: `${process.env.PICTURES}/search-${language}-${width}.png` });
    }
    await close();
  }
});
