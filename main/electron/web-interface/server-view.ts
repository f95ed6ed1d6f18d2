import { join } from 'node:path';
import { type WebContents, WebContentsView } from 'electron';
import { mayFrame, mayShow, outsideLink } from '../../web-interface/origin-rules.ts';
import { mayReceive } from '../../web-interface/page-session.ts';
import type { RecentInput } from '../../web-interface/recent-input.ts';
import type { WebWindowPlan } from '../../web-interface/web-window.ts';
import { pageLimits } from '../window/page-limits.ts';
import type { ServerSession } from './server-session.ts';

/** The channel on which the preload script of a server's page asks for its session. */
const pageSessionChannel = 'page-session';

const aborted = -3;

interface Parts {
  readonly plan: WebWindowPlan;
  readonly own: ServerSession;
  readonly input: RecentInput;
  /** The folder of the preload scripts. */
  readonly preloads: string;
}

/** Creates the view of a server's page, which shows nothing but pages of its origin. */
export function createServerView(parts: Parts): WebContentsView {
  const { plan, own, preloads } = parts;
  const view = new WebContentsView({
    webPreferences: {
      ...pageLimits,
      session: own.session,
      // SECURITY: no bridge; the script takes the session once, and offers nothing to the page (0041).
      ...(plan.page === 'interface' ? { preload: join(preloads, 'server-page.cjs') } : {}),
      // SECURITY: a page cannot hold up main with its dialogs, nor show a text as if it were the app's (0041).
      disableDialogs: true,
      navigateOnDragDrop: false,
    },
  });
  const { webContents } = view;
  // SECURITY: no UDP past the proxy of the session (0041).
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  giveSession(webContents, plan);
  keepAtOrigin(webContents, parts);
  reportTroubles(webContents, parts);
  webContents.on('input-event', (_event, { type }) => {
    if (type === 'mouseDown' || type === 'rawKeyDown' || type === 'keyDown') parts.input.note();
  });
  webContents.on('login', (event, _details, { isProxy }, answer) => {
    const login = isProxy ? plan.proxyLogin() : null;
    if (login === null) return;
    event.preventDefault();
    answer(login.name, login.password);
  });
  // Without a listener Chromium would send the first certificate of this computer.
  webContents.on('select-client-certificate', (event, _url, _found, answer) => {
    event.preventDefault();
    (answer as () => void)();
  });
  return view;
}

/** Answers the preload script of the page, and nothing else. */
function giveSession(webContents: WebContents, { origin, takeEntries }: WebWindowPlan): void {
  webContents.ipc.on(pageSessionChannel, (event) => {
    const { senderFrame } = event;
    const asking = senderFrame && {
      url: senderFrame.url,
      isMainFrame: senderFrame === webContents.mainFrame && senderFrame.parent === null,
    };
    // SECURITY: the session goes to the main frame at the server's own origin, and to nothing else (0041).
    event.returnValue = mayReceive(asking, origin) ? takeEntries() : [];
  });
}

function keepAtOrigin(webContents: WebContents, { plan, input }: Parts): void {
  const { origin, events } = plan;
  const offerLink = (url: string) => {
    const link = outsideLink(url, origin);
    // A page that leads elsewhere without being touched asks nothing.
    if (link !== null && input.take()) void events.asked({ kind: 'link', link });
  };
  let isShown = false;
  webContents.on('did-navigate', () => {
    isShown = true;
  });
  // SECURITY: the view that got a session never shows another origin, so nothing there can read it (0041).
  webContents.on('will-frame-navigate', (event) => {
    const { url, isMainFrame } = event;
    if (isMainFrame ? mayShow(url, origin) : mayFrame(url, origin)) return;
    event.preventDefault();
    if (isMainFrame) offerLink(url);
  });
  webContents.on('will-redirect', (event) => {
    const { url, isMainFrame } = event;
    if (isMainFrame ? mayShow(url, origin) : mayFrame(url, origin)) return;
    event.preventDefault();
    if (!isMainFrame) return;
    if (!isShown) events.troubled({ kind: 'elsewhere', place: URL.canParse(url) ? new URL(url).origin : '' });
    else offerLink(url);
  });
  webContents.setWindowOpenHandler(({ url }) => {
    if (mayShow(url, origin)) void webContents.loadURL(url).catch(() => undefined);
    else offerLink(url);
    return { action: 'deny' };
  });
}

function reportTroubles(webContents: WebContents, { plan, own }: Parts): void {
  const { events } = plan;
  webContents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
    if (!isMainFrame || code === aborted) return;
    events.troubled({ kind: own.isDistrusted ? 'untrusted' : 'unreachable' });
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') events.troubled({ kind: 'crashed' });
  });
  webContents.on('did-navigate', (_event, url, status) => {
    events.troubled(null);
    events.moved(url);
    if (status === 400) events.misunderstood();
  });
  webContents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (isMainFrame) events.moved(url);
  });
}
