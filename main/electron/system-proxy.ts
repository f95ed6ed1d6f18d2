import type { SystemProxy } from '../servers/proxy/system-proxy.ts';
import { lookUpSession } from './window-session.ts';

/** The proxies of this computer's settings, its proxy script included, as Chromium reads them. */
export const systemProxy: SystemProxy = {
  resolve: (url) => lookUpSession().resolveProxy(url),
};
