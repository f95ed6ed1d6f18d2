/** The schemes of pages that a link may lead to in the system's browser. */
const webSchemes = new Set(['http:', 'https:']);

/** Whether the main frame of a server's view may show this: pages of the server's own origin only. */
export function mayShow(url: string, origin: string): boolean {
  return isWeb(url) && originOf(url) === origin;
}

/** Whether a frame inside a page of the server may show this: also what needs no network. */
export function mayFrame(url: string, origin: string): boolean {
  if (mayShow(url, origin) || url === 'about:blank' || url === 'about:srcdoc') return true;
  return url.startsWith('data:') || isOwnBlob(url, origin);
}

/** Whether a page of the server may request this: its own origin, by HTTP or WebSocket, and what needs no network. */
export function mayRequest(url: string, origin: string): boolean {
  if (url.startsWith('data:') || isOwnBlob(url, origin)) return true;
  if (!URL.canParse(url)) return false;
  // A WebSocket of the same host and port belongs to the origin, encrypted exactly if its pages are.
  return originOf(url.replace(/^ws(s?):/i, 'http$1:')) === origin;
}

/** A link that may open in the system's browser after a question; null for all others, such as `file:`. */
export function outsideLink(url: string, origin: string): string | null {
  if (!isWeb(url)) return null;
  const { href, username, password } = new URL(url);
  // Credentials in a link disguise where it leads.
  return username !== '' || password !== '' || originOf(url) === origin ? null : href;
}

/** The part of a request that tells what happened to a session. */
export interface AnsweredRequest {
  readonly url: string;
  readonly method: string;
  readonly status: number;
}

/** What an answer to a page of the server hints at; the session is checked before anything is concluded. */
export function hintOf(
  { url, method, status }: AnsweredRequest,
  origin: string,
): 'logged-out' | 'unauthorized' | null {
  if (!mayShow(url, origin)) return null;
  if (status === 401) return 'unauthorized';
  return isLogout(url, method, origin) && status >= 200 && status < 300 ? 'logged-out' : null;
}

/** Whether a page of the server asks it to end its session. */
export function isLogout(url: string, method: string, origin: string): boolean {
  return mayShow(url, origin) && method === 'POST' && /\/auth\/logout\/?$/.test(new URL(url).pathname);
}

/** Whether a page of the web interface asks to log in, by its hash route. */
export function isLoginPage(url: string): boolean {
  return URL.canParse(url) && /^#\/login(?:[/?]|$)/.test(new URL(url).hash);
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && webSchemes.has(new URL(url).protocol);
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

function isOwnBlob(url: string, origin: string): boolean {
  return url.startsWith(`blob:${origin}/`);
}
