import type { Page } from '@playwright/test';

/** Presses keys like a keyboard of any layout; Playwright's keyboard has no Cyrillic keys. */
export async function typeOn(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const key of text) {
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
  }
  await session.detach();
}
