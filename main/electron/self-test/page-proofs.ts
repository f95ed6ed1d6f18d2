import { readFile } from 'node:fs/promises';
import { app, type WebContents } from 'electron';
import { isSandboxed } from '../../self-test/process-facts.ts';
import type { Finding } from '../../self-test/self-test.ts';

/** Looks from outside whether Chromium's sandbox holds the page, and from inside whether the page has Node. */
export async function sandboxProof(page: WebContents): Promise<Finding> {
  const hasNode = await page.executeJavaScript(
    `typeof process !== 'undefined' || typeof require !== 'undefined'`,
  );
  if (hasNode) return { ok: false, found: 'The page has Node.' };
  const id = page.getOSProcessId();
  if (process.platform === 'linux') {
    const ok = isSandboxed(await readFile(`/proc/${id}/status`, 'utf8'));
    return { ok, found: ok ? 'seccomp filter and own process numbers' : 'The page is not sandboxed.' };
  }
  const ok = app.getAppMetrics().some(({ pid, sandboxed }) => pid === id && sandboxed === true);
  return { ok, found: ok ? 'sandboxed process' : 'The page is not sandboxed.' };
}

/** What a hostile script in the page could try; each name is true if it was possible. */
const attempts = `(async () => {
  const blocked = [];
  addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
  const done = async (act) => { try { await act(); return true; } catch { return false; } };
  const evaluated = await done(() => eval('1'));
  await done(() => {
    const script = document.createElement('script');
    script.append('window.selfTestRan = true');
    document.head.append(script);
  });
  const fetched = await done(() => fetch('https://self-test.invalid/'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { evaluated, ran: window.selfTestRan === true, fetched: fetched || !blocked.includes('connect-src') };
})()`;

/** Tries in the page what its content security policy has to prevent. */
export async function contentPolicyProof(page: WebContents): Promise<Finding> {
  const { evaluated, ran, fetched } = await page.executeJavaScript(attempts);
  const possible = [
    ...(evaluated ? ['eval'] : []),
    ...(ran ? ['an inline script'] : []),
    ...(fetched ? ['a request to another host'] : []),
  ];
  if (possible.length > 0) return { ok: false, found: `The page allows ${possible.join(', ')}.` };
  return { ok: true, found: 'no eval, no inline script, no request' };
}
