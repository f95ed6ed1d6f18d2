import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { test } from '../../support/app/app.ts';
import { camera } from '../../support/app/camera.ts';

const names = ['Airport T2', 'Depot', 'Metro north'];

test.describe('automatic checks', () => {
  test('run after a wake-up, and report many servers in one line and rights in a card', {
    tag: ['@row-128', '@row-129'],
  }, async ({ app, serve }) => {
    test.setTimeout(240_000);
    const { window: shown, page, electron } = app;
    const servers: Emulator[] = [];
    for (const name of names) {
      const server = await serve();
      servers.push(server);
      const { password, name: userName } = operator;
      await shown.addAndLogIn({ address: server.base, name, userName, password });
      await expect(shown.row(name)).toHaveAccessibleName(/accepted/i);
    }
    await shown.row('Airport T2').click();
    await expect(shown.details).toContainText(/Next check in (26|27|28|29|30) min/);
    await shown.chooseFromMenu('Depot', 'Pause automatic checks');
    await shown.row('Depot').click();
    await expect(shown.details).toContainText('Automatic checks paused for this server');
    await shown.chooseFromMenu('Depot', 'Resume automatic checks');
    await expect(shown.details).toContainText(/Next check in/);

    const unreachable = page.getByRole('status').filter({ hasText: 'servers unreachable' });
    for (const server of servers) server.switches.only('/users/me/', { connection: 'reset' });
    await shown.button('Check all').click();
    await expect(unreachable).toHaveCount(1);
    await expect(unreachable).toContainText('3 servers unreachable');
    await expect(shown.details).toContainText(/Retrying in \d+ s \(attempt 2\)/);
    await camera(page, 'en')('unreachable');

    for (const server of servers) server.switches.reset();
    await electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    for (const name of names) await expect(shown.row(name)).toHaveAccessibleName(/accepted/i);
    await expect(unreachable).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);

    servers[0]?.changeRole(operator.name, 3);
    await shown.chooseFromMenu('Airport T2', 'Check now');
    await expect(shown.row('Airport T2')).toHaveAccessibleName(/rights revoked/);
    await shown.row('Airport T2').click();
    const card = shown.details.getByRole('region', { name: 'Rights changed' });
    await expect(card).toContainText(/\d+ rights revoked: .+ and \d+ more/);
    await card.getByText('All changes').click();
    await expect(card).toContainText('operator → user', { ignoreCase: true });

    const refused = page.getByRole('status').filter({ hasText: 'sessions rejected' });
    for (const server of servers) server.endSessions(operator.name);
    await shown.button('Check all').click();
    await expect(refused).toHaveCount(1);
    await expect(refused).toContainText('Airport T2');
    await expect(shown.details).toContainText('Automatic checks off: token rejected');
    for (const language of ['en', 'ru', 'es'] as const) {
      await page.evaluate(
        (chosen) => window.bridge.changeSettings({ settings: { language: chosen } }),
        language,
      );
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await camera(page, language)('rights');
    }
    await page.evaluate(() => window.bridge.changeSettings({ settings: { language: 'en' } }));

    await shown.button('Show', refused).click();
    await shown.button('Dismiss', refused).click();
    await expect(refused).toHaveCount(0);
    await shown.button('Got it', card).click();
    await expect(card).toHaveCount(0);
    await expect(shown.row('Airport T2')).not.toHaveAccessibleName(/rights revoked/);
  });
});
