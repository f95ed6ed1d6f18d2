import { session } from 'electron';
import type { SystemProxy } from '../servers/proxy/system-proxy.ts';

/** The proxies of this computer's settings, its proxy script included, as Chromium reads them. */
export const systemProxy: SystemProxy = {
  resolve: (url) => session.defaultSession.resolveProxy(url),
};
