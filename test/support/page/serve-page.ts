import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pageFiles, readPageFile } from '../../../main/window/page-files.ts';
import { contentSecurityPolicy, contentType } from '../../../main/window/page-policy.ts';

const folder = join(import.meta.dirname, '../../../out/renderer');
const nonce = 'dGVzdA==';

/** Where the built page is served; no such server exists. */
export const pageOrigin = 'https://ffsm.test';

/** Answers the page's requests from the build, under the policy of the app. */
export async function servePage(page: Page): Promise<void> {
  const files = new Map<string, Promise<Buffer>>();
  const read = builtFiles();
  await page.route(`${pageOrigin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname === '/' ? '/index.html' : pathname;
    const known = files.get(path) ?? read(path);
    files.set(path, known);
    if (!path.endsWith('.html')) return route.fulfill({ body: await known, contentType: contentType(path) });
    const body = (await known).toString('utf8').replaceAll('__NONCE__', nonce);
    const headers = { 'content-security-policy': contentSecurityPolicy(nonce) };
    return route.fulfill({ body, headers, contentType: 'text/html' });
  });
}

/** Reads files of the built page, by the paths under which the app serves them. */
export function builtFiles(): (path: string) => Promise<Buffer> {
  const stored = pageFiles(readdirSync(join(folder, 'assets')));
  return (path) => readPageFile(join(folder, stored.get(path) ?? path));
}
