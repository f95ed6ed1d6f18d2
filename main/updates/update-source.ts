import { isAbsolute } from 'node:path';

/** Where manifests and packages are: below a URL that ends in a slash, or in a folder. */
export type UpdateSource =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string };

const longest = 2_000;

/**
 * Reads an update source as typed or kept; null if it is neither a URL nor the absolute path of a folder.
 *
 * HTTP is allowed: what is downloaded is trusted because it is signed, and closed networks have mirrors without TLS.
 */
export function readUpdateSource(text: string): UpdateSource | null {
  const trimmed = text.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a path with one is refused.
  if (trimmed === '' || trimmed.length > longest || /[\u0000-\u001f\u007f]/.test(trimmed)) return null;
  if (isAbsolute(trimmed)) return { kind: 'folder', path: trimmed };
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return { kind: 'url', url: url.href.endsWith('/') ? url.href : `${url.href}/` };
}

/** The source as it is kept and shown. */
export function sourceText(source: UpdateSource): string {
  return source.kind === 'url' ? source.url : source.path;
}
