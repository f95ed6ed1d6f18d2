import type { Language } from '../../contract/settings.ts';

/** The content security policy of the page; styles need this load's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    // A recorded face is played back before it is sent.
    'media-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** The policy of a page that runs no script and sends its answer as a form, to its own address. */
export const formOnlyPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** The content type of a page file, by its extension. */
export function contentType(path: string): string {
  return contentTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** The file for an `app://` URL; null unless it is exactly one of the known ones. */
export function resolveResource(address: string, files: ReadonlySet<string>): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== 'app:' || url.host !== 'bundle') return null;
  if (url.username !== '' || url.password !== '') return null;
  return files.has(url.pathname) ? url.pathname : null;
}

/**
 * Links to what the first picture needs besides the page's own script, so that it is requested at the same time: the
 * texts of the language and the fonts.
 */
export function preloadLinks(files: ReadonlySet<string>, language: Language): string {
  const found = (start: string) => [...files].find((file) => file.startsWith(`/assets/${start}-`));
  const texts = found(language);
  const fonts = ['inter-latin', ...(language === 'ru' ? ['inter-cyrillic'] : [])].map(found);
  const links = fonts.flatMap((font) =>
    font === undefined ? [] : `<link rel="preload" as="font" type="font/woff2" crossorigin href="${font}">`,
  );
  if (texts !== undefined) links.unshift(`<link rel="modulepreload" crossorigin href="${texts}">`);
  return links.join('');
}
