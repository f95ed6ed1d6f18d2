import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';

test.describe('a live channel', () => {
  test('shows the end of a session that was ended elsewhere, and is closed by a lock', async ({
    app,
    serve,
  }) => {
    const { window: shown, page } = app;
    const server = await serve({ https: true });
    const other = await serve();
    await addServers(page, server, [{ name: 'Airport T2' }]);
    await addServers(page, other, [{ name: 'Depot' }]);
    await shown.row('Airport T2').click();
    await expect(shown.details.getByText('Live', { exact: true })).toBeVisible();
    await expect(shown.details).toContainText('The server reports at once when this session ends.');
    for (const each of [server, other]) each.forgetRequests();
    server.endSessions(operator.name);
    await expect(shown.row('Airport T2')).toHaveAccessibleName(/rejected/i);
    expect(server.count('/users/me/')).toBe(1);
    await expect(shown.row('Depot')).toHaveAccessibleName(/accepted/i);

    await shown.row('Depot').click();
    await expect(shown.details.getByText('Live', { exact: true })).toBeVisible();
    await shown.details.getByRole('button', { name: 'Turn off: Live channel' }).click();
    await expect(shown.details).toContainText('Off for this server');
    await shown.details.getByRole('button', { name: 'Turn on: Live channel' }).click();
    await expect(shown.details.getByText('Live', { exact: true })).toBeVisible();
    await expect.poll(() => other.openChannels).toBe(1);
    await page.evaluate(() => window.bridge.lock());
    await expect.poll(() => other.openChannels).toBe(0);
  });
});
