import { expect } from '@playwright/test';
import { type RunningApp, test } from '../../support/app/app.ts';

/** Chromium's proxy resolution for a URL, the app's only source. */
const wayTo = ({ electron }: RunningApp, url: string): Promise<string> =>
  electron.evaluate(({ app }, wanted) => app.resolveProxy(wanted), url);

test.describe("the system's proxies", () => {
  test.skip(process.platform !== 'linux', 'NOT TESTED HERE: other systems keep them elsewhere');
  const variables = {
    HTTP_PROXY: 'http://10.9.9.9:3128',
    HTTPS_PROXY: 'http://10.9.9.9:3129',
    NO_PROXY: '10.0.4.8',
  };

  test('are those of the desktop; without a desktop environment variables count', {
    tag: ['@row-47'],
  }, async ({ launch }) => {
    const onDesktop = await launch({ env: variables });
    expect(await wayTo(onDesktop, 'https://10.0.4.7/')).toBe('DIRECT');
    await onDesktop.close();

    const without = await launch({
      env: { ...variables, XDG_CURRENT_DESKTOP: undefined, DESKTOP_SESSION: undefined },
    });
    expect(await wayTo(without, 'http://10.0.4.7/')).toBe('PROXY 10.9.9.9:3128');
    expect(await wayTo(without, 'https://10.0.4.7/')).toBe('PROXY 10.9.9.9:3129');
    expect(await wayTo(without, 'https://10.0.4.8/'), 'NO_PROXY').toBe('DIRECT');
    expect(await wayTo(without, 'https://127.0.0.1:8443/'), 'this very computer').toBe('DIRECT');
  });

  test('come from a script, in its order', { tag: ['@row-46'] }, async ({ launch }) => {
    const script = 'function FindProxyForURL(){return "PROXY 10.9.9.9:1; SOCKS5 10.9.9.8:2; DIRECT"}';
    const app = await launch({
      args: [`--proxy-pac-url=data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`],
    });
    // Chromium reads the script some time after its start.
    await expect
      .poll(() => wayTo(app, 'https://10.0.4.7/'))
      .toBe('PROXY 10.9.9.9:1;SOCKS5 10.9.9.8:2;DIRECT');
  });
});
