import { app, type Session, session } from 'electron';

/** Port 9 of this computer, where nothing listens; without the usual exception for local addresses. */
const nowhere = {
  mode: 'fixed_servers',
  proxyRules: 'socks5://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

/** The window's session. Its page comes from `app://`, so it needs no network. */
export function windowSession(): Session {
  return session.defaultSession;
}

/** The sessions of web windows, whose own rules take the place of those for our page. */
export const sessionsOfServers = new WeakSet<Session>();

let cutting: Promise<void> | null = null;

/**
 * Cuts the page off from every network, including WebRTC over TCP, which a content security policy does not cover.
 *
 * Not in development, where the page comes from Vite's dev server. Later calls return the promise of the first one.
 */
export function cutOff(): Promise<void> {
  // SECURITY: a blocking proxy for everything that connects through Chromium (0003).
  const isOwnPage = app.isPackaged || process.env.ELECTRON_RENDERER_URL === undefined;
  cutting ??= isOwnPage ? windowSession().setProxy(nowhere) : Promise.resolve();
  return cutting;
}
