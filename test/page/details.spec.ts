import { expect, type Locator } from '@playwright/test';
import { defaultSettings } from '../../contract/settings.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const choose = async ({ window }: ShownPage, name: string): Promise<Locator> => {
  await window.row(name).click();
  await expect(window.details.getByRole('heading', { level: 2 })).toHaveText(name);
  return window.details;
};

test.afterEach(({ pageOfWorker }) => pageOfWorker.setViewportSize({ width: 1280, height: 800 }));

test.describe('The details', () => {
  test('have their parts in the order in which they are wanted', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Airport T2');
    await expect(details.getByRole('heading', { level: 3 })).toHaveText([
      'Account',
      'Rights',
      /^Camera groups/,
      /^Watch lists/,
      /^User groups/,
      'Auto log-out',
      'Connection',
    ]);
    const names = [
      'Account',
      'Rights',
      'Sessions on this server…',
      'Auto log-out',
      'Connection',
      'Device info',
    ];
    const tops = names.map(async (name) => (await details.getByText(name).first().boundingBox())?.y ?? 0);
    const places = await Promise.all(tops);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    await expect(details.getByText('Comment')).toHaveCount(0);
    await details.getByRole('button', { name: 'Show all', exact: true }).click();
    await expect(details).toContainText(/Comment\s*Night shift, gate 2/);
  });

  test('say whether the server reports by itself, and turn that off and on', async ({ show }) => {
    const nextCheck = { kind: 'at', at: Date.now() + 1_200_000, failures: 0 } as const;
    const session = held(Date.now(), 86_400_000, 'accepted');
    const wish = { address: 'https://10.0.4.7', userName: 'guard', session, nextCheck };
    const rows = [
      rowOf(71, { ...wish, name: 'Lobby', channel: 'open' }),
      rowOf(72, { ...wish, name: 'Depot' }),
      rowOf(73, { ...wish, name: 'Paused', nextCheck: { kind: 'not', why: 'paused' } }),
    ];
    const on = await show({ state: { rows } });
    const line = on.window.details.locator('div', {
      has: on.page.getByText('Live channel', { exact: true }),
    });
    const lobby = await choose(on, 'Lobby');
    await expect(line.last()).toContainText(
      'Live Turn offThe server reports at once when this session ends.',
    );
    await lobby.getByRole('button', { name: 'Turn off: Live channel' }).press('Enter');
    await expect(line.last()).toContainText('Off for this server');
    expect(await on.asked('letHearLive')).toEqual([{ profileId: rows[0]?.profile.id, on: false }]);
    await expect(lobby.getByRole('button', { name: 'Turn on: Live channel' })).toBeFocused();
    await on.page.keyboard.press('Enter');
    await expect(line.last()).toContainText('Live Turn off');
    await choose(on, 'Depot');
    await expect(line.last()).toContainText('Not connected');
    await choose(on, 'Paused');
    await expect(line).toHaveCount(0);
    const everywhere = await show({ state: { rows, settings: { ...defaultSettings, liveChannels: false } } });
    await choose(everywhere, 'Lobby');
    await expect(everywhere.window.details).toContainText('Off in Settings');
  });

  test('keep name, state and buttons in view, and have one column of names', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Airport T2');
    await details.getByRole('button', { name: /^Show all \d+$/ }).click();
    await details.evaluate((pane) => pane.scrollTo(0, 500));
    await expect.poll(() => details.evaluate((pane) => pane.scrollTop)).toBeGreaterThan(300);
    await expect(details.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
    for (const name of ['Copy header', 'More', 'Open web interface', 'Log in again'])
      await expect(details.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    const lefts = await details
      .locator('dd:visible')
      .evaluateAll((values) => values.map((value) => Math.round(value.getBoundingClientRect().left)));
    expect(new Set(lefts).size).toBe(1);
  });

  test('keep only the name in view in a low window', async ({ show }) => {
    const on = await show();
    await on.page.setViewportSize({ width: 1280, height: 480 });
    const details = await choose(on, 'Airport T2');
    await details.evaluate((pane) => pane.scrollTo(0, 500));
    await expect(details.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
    await expect(details.getByRole('button', { name: 'Copy header', exact: true })).not.toBeInViewport();
  });

  test('move nothing while a check is under way', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Depot');
    await expect(details.getByRole('img', { name: /^Last \d+ checks/ })).toBeVisible();
    const places = () =>
      details
        .locator('h2:visible, h3:visible, button:visible, p:visible, dd:visible')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    const before = await places();
    await on.page.evaluate(async () => {
      const { rows } = JSON.parse(await window.bridge.readState()) as {
        rows: { profile: { name: string } }[];
      };
      const checked = rows.filter(({ profile }) => profile.name === 'Depot');
      window.pageSwitch.change({ rows: checked.map((row) => ({ ...row, checking: true })) as never });
    });
    await expect(details).toContainText('checking…');
    expect(await places()).toEqual(before);
  });

  test('tell the last checks by shapes and in words', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Airport T2');
    const strip = details.getByRole('img', { name: /^Last 24 checks/ });
    await expect(strip).toHaveAccessibleName('Last 24 checks, 2 unanswered, 41 ms now, 108 ms max');
    const bars = (kind: string) => strip.locator(`[data-kind="${kind}"]`);
    await expect(bars('unanswered')).toHaveCount(2);
    await expect(bars('slow')).toHaveCount(2);
    await expect(bars('newest')).toHaveCount(1);
    const look = (kind: string) =>
      bars(kind)
        .first()
        .evaluate((bar) => ({ fill: getComputedStyle(bar).fill, height: bar.getAttribute('height') }));
    expect(await look('unanswered')).toEqual({ fill: 'none', height: '23' });
    expect((await look('answered')).height).not.toBe('23');
    await expect(strip.locator('title').last()).toHaveText(/: accepted, 41 ms$/);

    const rejected = await choose(on, 'Stadium gate 4');
    await expect(rejected.getByRole('img', { name: /1 not accepted/ })).toBeVisible();
    await expect(rejected.locator('[data-kind="rejected"]')).toHaveCount(2);
  });

  test('of a dead session have no time left, and say what helps', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Stadium gate 4');
    await expect(details).not.toContainText(/days left|until/);
    await expect(details).toContainText('rejected');
    await expect(details).toContainText(/Stadium gate 4 rejected the session of ivanov\. .* Log in again\./);
    await expect(details.getByRole('button', { name: 'Log in again', exact: true })).toHaveCount(1);
  });

  test('are a drawer in a window narrower than 990 pixels', async ({ show }) => {
    const on = await show();
    await on.page.setViewportSize({ width: 990, height: 700 });
    await choose(on, 'Airport T2');
    await expect(on.page.getByRole('dialog')).toHaveCount(0);
    await on.page.setViewportSize({ width: 989, height: 700 });
    await expect(on.window.details).toHaveCount(0);
    await on.page.keyboard.press('F4');
    await expect(on.page.getByRole('dialog', { name: 'Airport T2' })).toBeVisible();
    await on.page.keyboard.press('Escape');
    await expect(on.window.row('Airport T2')).toBeFocused();
  });

  test('mark a favorite, and copy the address', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Business centre');
    const star = details.getByRole('button', { name: 'Favorite' });
    await expect(star).toHaveAttribute('aria-pressed', 'false');
    await star.click();
    await expect(star).toHaveAttribute('aria-pressed', 'true');
    await details.getByRole('button', { name: 'Copy address' }).click();
    await on.window.search.click();
    await on.page.keyboard.press('Control+v');
    await expect(on.window.search).toHaveValue('https://192.168.70.12');
    await on.window.search.fill('');
  });
});

test.describe('The rights of a user', () => {
  test('are in words, a few at first, with their codes as hints', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Airport T2');
    await expect(details).toContainText(/Dossiers\s*view, add, edit, delete/);
    await expect(details).not.toContainText('ffsecurity.');
    await expect(details.getByTitle('ffsecurity.delete_humancard')).toHaveText('view, add, edit, delete');
    await expect(details.getByText('Blocked devices')).toHaveCount(0);
    await details.getByRole('button', { name: /^Show all \d+$/ }).click();
    await expect(details).toContainText(/Blocked devices\s*view, add, edit, delete/);
    await expect(details).toContainText(/humanfaceevent\s*view/);
    await details.getByRole('button', { name: 'Show fewer' }).click();
    await expect(details.getByText('Blocked devices')).toHaveCount(0);
  });

  test('are found by words and by codes, and Esc closes the search alone', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Airport T2');
    const button = details.getByRole('button', { name: 'Search rights' });
    await button.click();
    const field = details.getByRole('searchbox', { name: 'Search rights' });
    await expect(field).toBeFocused();
    await on.page.keyboard.type('blocked delete');
    await expect(details).toContainText(/Blocked devices\s*delete/);
    await expect(details).not.toContainText('Dossiers');
    await field.fill('configure_ntls');
    await expect(details).toContainText(/License\s*configure/);
    await field.fill('no such right');
    await expect(details.getByRole('status')).toHaveText('No rights match “no such right”.');
    await on.page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(button).toBeFocused();
    await expect(details).toContainText('Dossiers');
  });

  test('for all groups or lists say so', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Airport T2');
    await expect(details.getByRole('listitem').filter({ hasText: /^All/ })).toHaveText([
      'All view',
      'All edit',
    ]);
  });
});
