import { expect, type Locator } from '@playwright/test';
import type { Problem } from '../../contract/core/problem.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { openAllSessions } from './opening.ts';

const unreachable: Problem = { code: 'server-unreachable', host: '192.168.70.12', reason: 'no-route' };
const day = 86_400_000;
const two: PageMain = {
  state: {
    rows: ['Airport', 'Harbour'].map((name, index) =>
      rowOf(index + 1, {
        ...{ name, address: `https://10.0.4.${index + 1}`, userName: 'guard' },
        session: held(Date.now(), 30 * day, 'accepted'),
      }),
    ),
  },
};

const grid = (on: ShownPage): Locator => on.page.getByRole('grid', { name: 'My sessions on all servers' });
const sessions = (on: ShownPage): Locator =>
  grid(on)
    .getByRole('row')
    .filter({ has: on.page.getByRole('checkbox') });

test.describe('The sessions on all servers', () => {
  test('are listed by server, and the first server has the focus', async ({ show }) => {
    const on = await show(two);
    await openAllSessions(on);
    await expect(grid(on).getByRole('row')).toHaveText([
      ...[/^Airport.*guard/, /this session/, /left over/, /Chrome · Windows/],
      ...[/^Harbour.*guard/, /this session/, /left over/, /Chrome · Windows/],
    ]);
    await expect(on.page.getByText('2 of 2 responded')).toBeVisible();
    await expect(grid(on).locator(':focus')).toHaveText(/^Airport/);
    expect(await seriousTroubles(on.page)).toEqual([]);
    await on.page.keyboard.press('Escape');
    await expect(on.window.list).toBeVisible();
  });

  test('are all ended by keys alone', async ({ show }) => {
    const on = await show(two);
    const { page, window } = on;
    await openAllSessions(on);
    await expect(sessions(on)).toHaveCount(6);
    await page.keyboard.press('Control+A');
    await expect(page.getByText('6 selected')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('6 selected')).toHaveCount(0);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await expect(window.dialog).toHaveAccessibleName('End 6 sessions on 2 servers?');
    await expect(window.dialog).toContainText('You’ll be logged out of Airport, Harbour');
    await expect(window.button('Cancel', window.dialog)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(window.dialog).toHaveAccessibleName('Results');
    await expect(window.button('Close', window.dialog)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(0);
    await expect(grid(on)).toBeVisible();
    await expect(page.getByText('6 selected')).toHaveCount(0);
    await expect.poll(() => on.asked('listSessions')).toHaveLength(4);
  });

  test('end only those that are ticked, and Escape in the question ends none', async ({ show }) => {
    const on = await show(two);
    const { page, window } = on;
    await openAllSessions(on);
    await sessions(on).filter({ hasText: 'Chrome' }).last().click();
    await window.button('End 1 session…').click();
    await expect(window.dialog).toHaveAccessibleName('End 1 session on Harbour?');
    await page.keyboard.press('Escape');
    await expect(window.dialogs).toHaveCount(0);
    await expect(grid(on)).toBeVisible();
    expect(await on.asked('endSessions')).toEqual([]);
    await window.button('Clear').click();
    await expect(window.button('End all other sessions…')).toBeEnabled();
  });

  test('cannot be ticked where the account may not end them', async ({ show }) => {
    const rights = {
      view: 'mine',
      end: 'current',
      viewBlocked: false,
      block: false,
      changeBlock: false,
      unblock: false,
    };
    const session = {
      ...{ key: 0, identity: 'one', mark: 'other-app', userName: 'guard', mine: true, device: 'Chrome' },
      ...{
        deviceId: 'x',
        ip: '',
        mobile: false,
        active: true,
        status: 'offline',
        createdAt: null,
        lastSeenAt: null,
      },
    };
    const value = { listId: 1, sessions: [session], more: 'no', rights };
    const on = await show({ ...two, answers: { listSessions: { ok: true, value } } });
    await openAllSessions(on);
    await expect(grid(on).getByText('Chrome')).toBeVisible();
    await expect(sessions(on)).toHaveCount(0);
    await on.page.keyboard.press('Control+A');
    await expect(on.page.getByText(/selected/)).toHaveCount(0);
  });

  test('say which servers could not be asked', async ({ show }) => {
    const on = await show({ ...two, answers: { listSessions: { ok: false, problem: unreachable } } });
    await openAllSessions(on);
    await expect(on.page.getByText('0 of 2 responded · 2 failed')).toBeVisible();
    await expect(grid(on).getByRole('row').first()).toHaveText(/Airport.*Couldn’t load: /);
  });

  test('say so when there are none', async ({ show }) => {
    const address = 'https://10.0.4.8';
    const session = { phase: 'logged-out' } as const;
    const on = await show({
      state: { rows: [rowOf(8, { name: 'Lobby', address, userName: 'guard', session })] },
    });
    await openAllSessions(on);
    await expect(grid(on)).toContainText('No active sessions. Log in to a server first.');
  });
});
