import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/app.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { addSampleServers } from '../support/servers/sample-servers.ts';

/** Inspects the page in light, dark and forced colors; collects problems under this name. */
function inspector(page: Page, found: string[]) {
  return async (name: string, { ownColours = false } = {}) => {
    await page.emulateMedia({ colorScheme: 'light' });
    const troubles = (await seriousTroubles(page)).map((trouble) => `${name}, light: ${trouble}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const trouble of await seriousTroubles(page, ['color-contrast']))
      troubles.push(`${name}, dark: ${trouble}`);
    if (ownColours) {
      await page.emulateMedia({ forcedColors: 'active' });
      for (const trouble of await seriousTroubles(page)) troubles.push(`${name}, own colours: ${trouble}`);
      await page.emulateMedia({ forcedColors: 'none' });
    }
    found.push(...troubles);
  };
}

test.describe('the window', () => {
  test('has no serious accessibility problem in any dialog', {
    tag: ['@row-171'],
  }, async ({ app, serve }) => {
    test.setTimeout(600_000);
    const { page, window } = app;
    // Colors in the middle of a transition are not judged.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await addSampleServers(page, serve);
    const found: string[] = [];
    const looked: string[] = [];
    const inspect = inspector(page, found);
    const dialogs = page.getByRole('dialog');
    const look = async (name: string, how = {}) => {
      await expect(dialogs.last().getByRole('heading').first()).toBeVisible();
      looked.push(name);
      await inspect(name, how);
    };
    const closeAll = async () => {
      await expect(async () => {
        await page.keyboard.press('Escape');
        await expect(dialogs).toHaveCount(0, { timeout: 500 });
      }).toPass();
    };
    /** Opens a menu repeatedly, and inspects every dialog it leads to. */
    const lookBehind = async (open: () => Promise<void>, menu: string) => {
      await open();
      await inspect(menu);
      const names = await window.entriesWithDialog();
      for (const name of names) {
        await open();
        await window.chooseEntry(name);
        await look(`${menu} › ${name}`, { ownColours: /several/.test(name) });
        await closeAll();
      }
      return names.length;
    };

    await inspect('the window', { ownColours: true });
    await window.openTool('bulk log-in');
    await look('Bulk log-in');
    await closeAll();
    const ofRow = await lookBehind(
      () => window.button('More', window.row('Business centre')).click(),
      'More',
    );
    expect(ofRow).toBeGreaterThan(2);

    for (const [screen, role] of [
      ['server overview', 'grid'],
      ['journal', 'treegrid'],
      ['sessions on all servers', 'grid'],
    ] as const) {
      await window.openTool(screen);
      await expect(page.getByRole('main').getByRole(role)).toBeVisible();
      looked.push(screen);
      await inspect(screen, { ownColours: true });
      await page.keyboard.press('Escape');
    }

    await window.openAddServer();
    await look('Add server', { ownColours: true });
    await closeAll();
    await page.keyboard.press('Control+Shift+Slash');
    await look('Keys');
    await closeAll();

    await window.button('Settings').click();
    await expect(window.sections.first()).toBeVisible();
    const sections = await window.sections.allInnerTexts();
    await closeAll();
    for (const section of sections) {
      await window.openSettings(section);
      await look(`Settings › ${section}`, { ownColours: section === sections[0] });
      const further = await dialogs.last().getByRole('button', { name: /…$/ }).allInnerTexts();
      await closeAll();
      for (const name of further) {
        await window.openSettings(section);
        const button = window.button(name, dialogs.last());
        if (await button.isEnabled()) {
          await button.click();
          await look(`Settings › ${section} › ${name}`);
        }
        await closeAll();
      }
    }
    // The last dialog may still be opening when it is to be closed.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await window.button('Lock').click({ timeout: 2_000 });
    }).toPass();
    await expect(window.button('Unlock')).toBeVisible();
    await inspect('the lock', { ownColours: true });

    expect(looked.length).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });
});
