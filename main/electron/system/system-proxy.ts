import { app } from 'electron';
import type { SystemProxy } from '../../servers/proxy/system-proxy.ts';

/**
 * The proxies of this computer's settings, its proxy script included, as Chromium reads them.
 *
 * Asked of the app and not of a session: that of the window knows none but the proxy that leads nowhere.
 */
export const systemProxy: SystemProxy = {
  resolve: (url) => app.resolveProxy(url),
};
