import { test as appTest } from '../app/second-start.ts';
import { startTrayHost, type TrayHost } from './tray-host.ts';

/** Tests of an app on a desktop with a tray, whose host starts before the app, as a panel does. */
export const test = appTest.extend<{ readonly tray: TrayHost }>({
  tray: async ({ desktop }, use, testInfo) => {
    testInfo.skip(process.platform !== 'linux', 'needs D-Bus');
    const tray = await startTrayHost(desktop);
    await use(tray);
    await tray.end();
  },
});
