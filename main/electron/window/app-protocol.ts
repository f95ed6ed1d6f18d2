import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type ProtocolResponse, protocol } from 'electron';
import type { Language } from '../../../contract/settings.ts';
import { readSideSearch, sideSearch } from '../../../contract/windows/side-window.ts';
import { pageFiles, readPageFile } from '../../window/page-files.ts';
import {
  contentSecurityPolicy,
  contentType,
  formOnlyPolicy,
  preloadLinks,
  resolveResource,
} from '../../window/page-policy.ts';
import { cutOff } from './window-session.ts';

/** The only URL the window ever loads; in development, that of Vite's dev server. */
export const pageUrl = hotReloadUrl() ?? 'app://bundle/index.html';

/** Whether this is the URL of the main window or of a side window. */
export function isWindowUrl(url: string): boolean {
  if (url === pageUrl) return true;
  const subject = url.startsWith(pageUrl) ? readSideSearch(url.slice(pageUrl.length)) : null;
  return subject !== null && url === pageUrl + sideSearch(subject);
}

/** The URL of quick access. */
export const quickUrl = new URL('/quick-access.html', pageUrl).href;

/** The URL of the app's own row in the window of a server's page. */
export const toolbarUrl = new URL('/toolbar.html', pageUrl).href;

/** The URL of the question whether a program may use a token. */
export const consentUrl = 'app://bundle/consent.html';

let consentPage = '';

/** Sets the question that `consentUrl` shows, as HTML. */
export function setConsentPage(body: string): void {
  consentPage = body;
}

/** Registers `app://` as a secure, standard scheme with V8's code cache. Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the built page from `folder`: only files that exist at the start. The language is part of the page. */
export function servePage(folder: string, language: () => Language): void {
  // The asar file system cannot list recursively; the build puts everything but the page itself into `assets`.
  const stored = pageFiles(readdirSync(join(folder, 'assets')));
  const files = new Set(stored.keys());
  const read = (file: string): Promise<Buffer> => readPageFile(join(folder, stored.get(file) ?? file));

  const ahead = new Map<string, Promise<Buffer>>();

  // Deprecated, but `protocol.handle` makes each answer a `Response`, for which Node loads fetch, streams and HTTP/2
  // while the window is waited for (0027).
  protocol.registerBufferProtocol('app', ({ method, url }, answer) => {
    // SECURITY: an allow-list made at the start, so that no path can lead outside the folder (0003).
    const resource = method === 'GET' ? resolveResource(url, files) : null;
    if (resource === null) answer({ statusCode: 404, data: Buffer.alloc(0) });
    else void load(resource).then(answer, () => answer({ statusCode: 404, data: Buffer.alloc(0) }));
  });

  async function load(resource: string): Promise<ProtocolResponse> {
    // SECURITY: no page runs before its session is cut off from the network (0003). Meanwhile its process starts.
    await cutOff();
    const bytes = await (ahead.get(resource) ?? read(resource));
    ahead.delete(resource);
    const headers = { 'content-type': contentType(resource), 'x-content-type-options': 'nosniff' };
    if (!resource.endsWith('.html')) return { data: bytes, headers };

    const nonce = randomBytes(16).toString('base64');
    const isConsent = resource === '/consent.html';
    const page = bytes
      .toString('utf8')
      .replace('<!--question-->', () => (isConsent ? consentPage : ''))
      .replaceAll('__NONCE__', nonce)
      .replace('lang="en"', `lang="${language()}"`)
      .replace('</head>', `${hasOwnParts(resource) ? '' : preloadLinks(files, language())}</head>`);
    // The page requests these files only after it has been parsed.
    for (const [file] of page.matchAll(/\/assets\/[\w.-]+/g)) {
      const reading = files.has(file) ? read(file) : null;
      reading?.catch(() => ahead.delete(file));
      if (reading) ahead.set(file, reading);
    }
    return {
      data: Buffer.from(page),
      headers: {
        ...headers,
        'content-security-policy': isConsent ? formOnlyPolicy : contentSecurityPolicy(nonce),
        'cache-control': 'no-store',
      },
    };
  }
}

/** Whether a page needs neither the texts nor the fonts of the window at once. */
function hasOwnParts(resource: string): boolean {
  return resource === '/toolbar.html' || resource === '/consent.html';
}

// SECURITY: a packaged app ignores the environment and loads its own page (0003).
function hotReloadUrl(): string | null {
  const url = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  return url === undefined ? null : new URL('/index.html', url).href;
}
