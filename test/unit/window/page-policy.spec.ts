import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOurPage } from '../../../main/ipc/sender.ts';
import {
  contentSecurityPolicy,
  contentType,
  preloadLinks,
  resolveResource,
} from '../../../main/window/page-policy.ts';

const files = new Set(['/index.html', '/assets/index-1a2b.js']);
const pageUrl = 'app://bundle/index.html';

describe('the page of the app', () => {
  test('is served by exact path only', () => {
    expect(resolveResource(pageUrl, files)).toBe('/index.html');
    expect(resolveResource('app://bundle/assets/index-1a2b.js?v=1', files)).toBe('/assets/index-1a2b.js');
  });

  for (const address of [
    'app://bundle/../../etc/passwd',
    'app://bundle/%2e%2e/%2e%2e/etc/passwd',
    'app://bundle/..\\..\\etc\\passwd',
    'app://bundle/assets/',
    'app://bundle/INDEX.HTML',
    'app://bundle/index.html%00.png',
    'app:///index.html',
    'app://bundle.evil/index.html',
    'app://bundle@evil/index.html',
    'app://user:secret@bundle/index.html',
    'app://bundle:8080/index.html',
    'https://bundle/index.html',
    'not an address',
  ]) {
    test(`is not served as ${address}`, { tags: ['row-144'] }, () => {
      expect(resolveResource(address, files)).toBeNull();
    });
  }

  test('serves nothing but its files, whatever is requested', { tags: ['row-144'] }, () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (url, text) => {
        for (const address of [url, `app://bundle/${text}`]) {
          const resource = resolveResource(address, files);
          expect(resource === null || files.has(resource)).toBe(true);
        }
      }),
    );
  });

  test('may load and run nothing from elsewhere', () => {
    const policy = contentSecurityPolicy('abc');
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  test('requests the texts of its language and the fonts together with its script', () => {
    const assets = ['en-1.js', 'ru-2.js', 'inter-latin-3.woff2', 'inter-cyrillic-4.woff2', 'shell-5.js'];
    const built = new Set(assets.map((name) => `/assets/${name}`));
    expect(preloadLinks(built, 'en')).toBe(
      '<link rel="modulepreload" crossorigin href="/assets/en-1.js">' +
        '<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/inter-latin-3.woff2">',
    );
    expect(preloadLinks(built, 'ru')).toContain('/assets/ru-2.js');
    expect(preloadLinks(built, 'ru')).toContain('/assets/inter-cyrillic-4.woff2');
    expect(preloadLinks(files, 'es')).toBe('');
  });

  test('has its content types', () => {
    expect(contentType('/index.html')).toBe('text/html; charset=utf-8');
    expect(contentType('/assets/x.woff2')).toBe('font/woff2');
    expect(contentType('/assets/x.exe')).toBe('application/octet-stream');
  });
});

describe('a caller', () => {
  const mainFrame = { url: pageUrl };

  test('is answered when it is the main frame of our window, showing our page', () => {
    expect(isOurPage(mainFrame, mainFrame, pageUrl)).toBe(true);
  });

  for (const [title, sender, frame] of [
    ['is gone already', null, mainFrame],
    ['is another frame, even with our address', { url: pageUrl }, mainFrame],
    ['calls while there is no window', mainFrame, null],
    ['is gone with its window', null, null],
  ] as const) {
    test(`is refused if it ${title}`, { tags: ['row-133'] }, () => {
      expect(isOurPage(sender, frame, pageUrl)).toBe(false);
    });
  }

  for (const url of [
    'app://bundle.evil/index.html',
    'app://bundle@evil/index.html',
    'about:blank',
    `${pageUrl}#x`,
  ]) {
    test(`is refused if it shows ${url}`, { tags: ['row-133'] }, () => {
      const frame = { url };
      expect(isOurPage(frame, frame, pageUrl)).toBe(false);
    });
  }
});
