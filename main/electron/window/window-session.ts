import { app, type Session, session } from 'electron';

/** Nothing listens at port 9 of this computer, and its own addresses are asked for through it as well. */
const nowhere = {
  mode: 'fixed_servers',
  proxyRules: 'socks5://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

/** The session of the window. Its page comes by `app://`, so it needs no network at all. */
export function windowSession(): Session {
  return session.defaultSession;
}

/**
 * Leaves the page no way to any network, WebRTC over TCP included, which no content policy governs.
 *
 * While the page is developed it comes from a server with hot reload, and that one has to be reached.
 */
export async function cutOff(): Promise<void> {
  // SECURITY: a proxy that leads nowhere, so that whatever connects by way of Chromium ends here (0003).
  if (app.isPackaged || process.env.ELECTRON_RENDERER_URL === undefined)
    await windowSession().setProxy(nowhere);
}
