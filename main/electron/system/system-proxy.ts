import { app } from 'electron';
import type { SystemProxy } from '../../servers/proxy/system-proxy.ts';

/**
 * The proxy settings of this computer, including a proxy script, as Chromium resolves them.
 *
 * Asked of `app` and not of a session: the window's session has a blocking proxy of its own.
 */
export const systemProxy: SystemProxy = {
  resolve: (url) => app.resolveProxy(url),
};
