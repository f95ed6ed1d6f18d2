import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until this element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never gets there');
}

/** Presses the down arrow until the entry of the open menu that starts with this text has the focus. */
export async function arrowTo(page: Page, entry: string): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (focused.startsWith(entry)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow never gets to ${entry}`);
}

/** Expects the focus on an element of the topmost dialog with a visible focus ring. */
export async function expectFocusInDialog(page: Page, where: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(whereTheFocusIs), { message: `the focus: ${where}` })
    .toMatch(/^seen in the dialog/);
}

function whereTheFocusIs(): string {
  const focused = document.activeElement;
  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  if (focused === null || focused === document.body) return 'nowhere';
  if (focused === dialog) return 'on the dialog itself';
  const name = focused.outerHTML.slice(0, 200);
  if (!dialog?.contains(focused)) return `outside: ${name}`;
  const hasRing = (element: Element): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  };
  for (let around = focused.parentElement; around !== null; around = around.parentElement)
    if (hasRing(around)) return `a second ring around: ${name}`;
  // A switch has its focus ring on the track.
  const seen = [focused, ...(focused.closest('label')?.querySelectorAll('*') ?? [])].some(hasRing);
  return seen ? `seen in the dialog: ${name}` : `not to be seen: ${name}`;
}
