import { expect } from '@playwright/test';
import { dayMs, hourMs } from '../../contract/core/time.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const now = Date.now();
const wish = { userName: 'op2', address: 'https://10.0.4.7' };
const rows = [
  rowOf(1, {
    ...wish,
    name: 'Metro north',
    environment: 'production',
    session: held(now, 21 * hourMs + 60_000, 'accepted'),
  }),
  rowOf(2, { ...wish, name: 'Harbor east', session: held(now, 3 * dayMs + hourMs, 'accepted') }),
  rowOf(3, { ...wish, name: 'Library', environment: 'test', session: held(now, -hourMs, 'accepted') }),
  rowOf(4, { ...wish, name: 'Airport', session: held(now, 90 * dayMs, 'accepted') }),
];
const idOf = (name: string) => rows.find(({ profile }) => profile.name === name)?.profile.id ?? null;
const due = rows.slice(0, 3).map(({ profile }) => profile.id);
const main: PageMain = {
  state: {
    rows,
    reminders: { due: [due[2], due[0], due[1]].filter((id) => id !== undefined), muted: [], asked: false },
  },
};

const bellOf = ({ page }: ShownPage) => page.getByRole('banner').getByRole('button', { name: /^Reminders/ });
const popoverOf = ({ page }: ShownPage) => page.getByRole('dialog', { name: /sessions? |Reminders/ });
const rowIn = (on: ShownPage, name: string) => popoverOf(on).getByRole('listitem').filter({ hasText: name });

async function openReminders(on: ShownPage): Promise<void> {
  await bellOf(on).click();
  await popoverOf(on).waitFor();
}

test.describe('The reminders', () => {
  test('are counted on their bell, and open over the list, of which nothing moves', async ({ show }) => {
    const on = await show(main);
    await expect(bellOf(on)).toHaveAccessibleName('Reminders: 3');
    const places = () =>
      on.page
        .locator('#root :is([role="row"], button, input)')
        .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
    await bellOf(on).focus();
    const before = await places();
    await openReminders(on);
    expect(await places()).toEqual(before);
    await expect(rowIn(on, 'Metro north')).toContainText('Ends in 21 h');
    await expect(rowIn(on, 'Metro north')).toContainText('Production');
    await expect(rowIn(on, 'Harbor east')).toContainText('Ends in 3 days');
    await expect(rowIn(on, 'Library')).toContainText('Ended');
    await expect(popoverOf(on)).toContainText('14 d · 3 d · 1 d · 1 h before the end');
    expect(await seriousTroubles(on.page)).toEqual([]);
  });

  test('are opened, gone through and closed by keys', async ({ show }) => {
    const on = await show(main);
    await bellOf(on).focus();
    await on.page.keyboard.press('Enter');
    await expect(popoverOf(on).getByRole('button', { name: 'Log in again: Library' })).toBeFocused();
    await on.page.keyboard.press('Tab');
    await expect(on.page.locator(':focus')).toHaveAccessibleName('Snooze Library');
    await on.page.keyboard.press('Enter');
    await expect(on.page.getByRole('menuitem').first()).toBeFocused();
    await on.page.keyboard.press('Escape');
    await expect(on.page.getByRole('menu')).toHaveCount(0);
    await expect(on.page.locator(':focus')).toHaveAccessibleName('Snooze Library');
    await on.page.keyboard.press('Escape');
    await expect(popoverOf(on)).toHaveCount(0);
    await expect(bellOf(on)).toBeFocused();
  });

  test('lead to a log-in and back to the same place', async ({ show }) => {
    const on = await show(main);
    await openReminders(on);
    await rowIn(on, 'Metro north')
      .getByRole('button', { name: /^Log in again/ })
      .click();
    await on.page.getByRole('dialog', { name: 'Log in to Metro north' }).waitFor();
    await on.page.keyboard.press('Escape');
    await expect(rowIn(on, 'Metro north').getByRole('button', { name: /^Log in again/ })).toBeFocused();
    await on.page.keyboard.press('Enter');
    await on.page.keyboard.type('secret');
    await on.page.keyboard.press('Enter');
    await expect(rowIn(on, 'Metro north')).toContainText(/accepted/i);
    await expect(rowIn(on, 'Metro north')).toContainText('180 days');
    await expect(bellOf(on)).toHaveAccessibleName('Reminders: 2');
    await expect.poll(() => popoverOf(on).evaluate((box) => box.contains(document.activeElement))).toBe(true);
    await on.page.keyboard.press('Escape');
    await openReminders(on);
    await expect(rowIn(on, 'Metro north')).toHaveCount(0);
  });

  test('are snoozed', async ({ show }) => {
    const on = await show(main);
    await openReminders(on);
    await rowIn(on, 'Metro north')
      .getByRole('button', { name: /^Snooze/ })
      .click();
    await expect(on.page.getByRole('menuitem')).toHaveText(['For 1 hour', 'Until tomorrow']);
    await on.page.keyboard.press('Escape');
    await rowIn(on, 'Harbor east')
      .getByRole('button', { name: /^Snooze/ })
      .click();
    await on.page.getByRole('menuitem', { name: 'Until 1 day before the end' }).click();
    await expect(rowIn(on, 'Harbor east')).toContainText('Snoozed until');
    expect(await on.asked('snoozeReminder')).toEqual([
      { profileId: idOf('Harbor east'), snooze: 'day-before' },
    ]);
  });

  test('are muted for a server, and unmuted here or in its details', async ({ show }) => {
    const on = await show(main);
    await openReminders(on);
    const row = rowIn(on, 'Harbor east');
    await row.getByRole('button', { name: 'Mute reminders of Harbor east' }).click();
    await expect(row).toContainText('Muted');
    await row.getByRole('button', { name: 'Unmute reminders of Harbor east' }).click();
    await row.getByRole('button', { name: 'Mute reminders of Harbor east' }).click();
    // The button has gone, and with it the focus for a moment.
    await expect.poll(() => popoverOf(on).evaluate((box) => box.contains(document.activeElement))).toBe(true);
    await on.page.keyboard.press('Escape');
    await expect(popoverOf(on)).toHaveCount(0);
    await on.window.row('Harbor east').click();
    const unmute = on.window.details.getByRole('button', { name: 'Unmute reminders of Harbor east' });
    await unmute.press('Enter');
    await expect(
      on.window.details.getByRole('button', { name: 'Mute reminders of Harbor east' }),
    ).toBeFocused();
    await expect(bellOf(on)).toHaveAccessibleName('Reminders: 3');
  });

  test('lead to a bulk log-in and to their settings, and come back', async ({ show }) => {
    const on = await show(main);
    await openReminders(on);
    await popoverOf(on).getByRole('button', { name: 'Reminder settings' }).click();
    const settings = on.page.getByRole('dialog', { name: 'Settings' });
    await expect(settings.getByRole('switch', { name: '14 days before the end' })).toBeFocused();
    await on.page.keyboard.press('Escape');
    await popoverOf(on).getByRole('button', { name: 'Bulk log-in…' }).click();
    await on.page.getByRole('dialog', { name: 'Bulk log-in' }).waitFor();
    await on.page.keyboard.press('Escape');
    await expect(popoverOf(on).getByRole('button', { name: 'Bulk log-in…' })).toBeFocused();
  });

  test('are shown when a notification asks, once nothing else is open', async ({ show }) => {
    const on = await show(main);
    await on.page.keyboard.press('Control+n');
    await on.page.getByRole('dialog').waitFor();
    const asked = { due, muted: [], asked: true };
    await on.page.evaluate((reminders) => window.pageSwitch.change({ reminders }), asked);
    await expect(popoverOf(on)).toHaveCount(0);
    await on.page.keyboard.press('Escape');
    await popoverOf(on).waitFor();
    expect(await on.asked('remindersShown')).toHaveLength(1);
  });

  test('are shown by their key and from the palette', async ({ show }) => {
    const on = await show(main);
    await on.page.keyboard.press('F7');
    await popoverOf(on).waitFor();
    await on.page.keyboard.press('Escape');
    await expect(popoverOf(on)).toHaveCount(0);
    await expect(on.window.search).toBeFocused();
    await on.page.keyboard.press('Control+k');
    await on.page.keyboard.type('remind');
    await on.page.getByRole('option', { name: /^Reminders/ }).waitFor();
    await on.page.keyboard.press('Enter');
    await popoverOf(on).waitFor();
  });

  test('say when there are none', async ({ show }) => {
    const on = await show({ state: { rows } });
    await expect(bellOf(on)).toHaveAccessibleName('Reminders');
    await openReminders(on);
    await expect(popoverOf(on)).toContainText('No reminders');
  });
});
