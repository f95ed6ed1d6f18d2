import { expect } from '@playwright/test';
import type { Verdict } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const day = 86_400_000;
const servers = (verdict: Verdict, count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) =>
    rowOf(500 + index, {
      name: `Site ${index}`,
      address: `https://10.0.6.${index}`,
      userName: 'ivanov',
      session: held(Date.now(), 30 * day, verdict),
    }),
  );

/** Everything that was announced from now on. */
async function listen({ page }: ShownPage): Promise<() => Promise<readonly string[]>> {
  await page.waitForFunction(() => document.querySelector('[data-live-announcer][class]') !== null);
  await page.evaluate(() => {
    const region = document.querySelector('[data-live-announcer][class]');
    const said: string[] = [];
    Object.assign(window, { said });
    if (region !== null)
      new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, { childList: true });
  });
  return () =>
    page.evaluate(() => (window as unknown as { said: string[] }).said.filter((text) => text !== ''));
}

const change = ({ page }: ShownPage, rows: readonly Row[]) =>
  page.evaluate((changed) => window.pageSwitch.change({ rows: changed }), rows);

test.describe('Announcements', () => {
  test('are one sentence for fifty servers, also beside a dialog', async ({ show }) => {
    const on = await show({ state: { rows: servers('accepted', 50) } });
    const said = await listen(on);
    await on.page.keyboard.press('Control+,');
    await expect(on.window.dialog).toBeVisible();
    // One after the other, in less than the second that collects what is said.
    await on.page.evaluate(
      (rows) => {
        for (const row of rows) window.pageSwitch.change({ rows: [row] });
      },
      servers('unreachable', 50),
    );
    await expect.poll(said).toEqual(['50 servers: server unreachable.']);
    await expect(on.page.locator('[data-live-announcer][class]')).not.toHaveAttribute('aria-hidden', 'true');
    await on.page.keyboard.press('Escape');
    await change(on, servers('accepted', 1));
    await expect.poll(said).toHaveLength(2);
    expect((await said()).at(-1)).toBe('Site 0: accepted.');
  });

  test('say nothing of a countdown and of what a person does', async ({ show }) => {
    const on = await show({ state: { rows: servers('accepted', 3) } });
    const said = await listen(on);
    const [first, second] = servers('accepted', 3);
    if (first === undefined || second === undefined) throw new Error('There are three servers');
    for (let minutes = 60; minutes > 0; minutes -= 10)
      await change(on, [{ ...first, session: held(Date.now(), minutes * 60_000, 'accepted') }]);
    await change(on, [{ ...second, session: { phase: 'logged-out' } }]);
    // Would be said together with these, or before.
    await change(on, servers('unreachable', 3).slice(2));
    await expect.poll(said).toEqual(['Site 2: server unreachable.']);
  });

  test('say nothing of hidden servers', async ({ show }) => {
    const hide = (rows: readonly Row[]) =>
      rows.map((row, nth) =>
        nth > 0 ? row : { ...row, profile: { ...row.profile, hidden: true as const } },
      );
    const on = await show({ state: { rows: hide(servers('accepted', 2)) } });
    const said = await listen(on);
    await change(on, hide(servers('unreachable', 2)));
    await expect.poll(said).toEqual(['Site 1: server unreachable.']);
  });

  test('say nothing while the window is locked', async ({ show }) => {
    const on = await show({ state: { rows: servers('accepted', 2) } });
    const said = await listen(on);
    await change(on, servers('refused', 2));
    await on.page.evaluate(() => {
      window.pageSwitch.change({
        lock: { kind: 'locked', reason: 'asked', passphrase: false, keyring: 'none' },
      });
      window.pageSwitch.change({ lock: { kind: 'open' } });
    });
    // What was waiting when it was locked would be said first.
    await change(on, servers('unreachable', 1));
    await expect.poll(said).toEqual(['Site 0: server unreachable.']);
  });
});
