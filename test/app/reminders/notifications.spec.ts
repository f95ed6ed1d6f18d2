import { expect } from '@playwright/test';
import { test as appTest, type RunningApp } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';
import {
  type NotificationService,
  startNotificationService,
} from '../../support/notifications/notification-service.ts';

const test = appTest.extend<{ readonly desktopNotifications: NotificationService }>({
  desktopNotifications: async ({ desktop }, use, testInfo) => {
    testInfo.skip(process.platform !== 'linux', 'needs D-Bus');
    const service = await startNotificationService(desktop);
    await use(service);
    await service.end();
  },
});

/** Long enough to log in and to lock. */
const shortSession = { switches: { sessionSeconds: 6 } };
const reminders = ({ page }: RunningApp) => page.getByRole('dialog', { name: '1 session has ended' });

test.describe('a notification', () => {
  test('says that a session has ended, and leads to the reminders', async ({
    desktopNotifications,
    app,
    serve,
  }) => {
    await addServers(app.page, await serve(shortSession), [{ name: 'Airport T2' }]);
    await expect.poll(() => desktopNotifications.shown()).toHaveLength(1);
    const [shown] = await desktopNotifications.shown();
    expect(shown).toMatchObject({ title: '1 session has ended', body: '' });
    expect(JSON.stringify(shown)).not.toMatch(/Airport|ivanov|127\.0\.0\.1/);
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    await desktopNotifications.click();
    await expect(reminders(app)).toContainText('Airport T2');
    await expect(reminders(app).getByRole('button', { name: 'Log in again: Airport T2' })).toBeFocused();
    const isMinimized = () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
    await expect.poll(isMinimized).toBe(false);
  });

  test('tells nothing behind the lock, and leads to the reminders after it', async ({
    desktopNotifications,
    app,
    serve,
  }) => {
    await addServers(app.page, await serve(shortSession), [{ name: 'Airport T2' }]);
    await app.page.evaluate(() => window.bridge.lock());
    await expect(app.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expect.poll(() => desktopNotifications.shown()).toHaveLength(1);
    const [shown] = await desktopNotifications.shown();
    expect(shown).toMatchObject({ title: 'Sessions end soon', body: '' });
    await desktopNotifications.click();
    await expect(reminders(app)).toHaveCount(0);
    await app.page.keyboard.press('Enter');
    await expect(reminders(app)).toContainText('Airport T2');
  });
});
