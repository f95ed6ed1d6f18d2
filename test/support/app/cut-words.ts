import type { Page } from '@playwright/test';

/** Texts that do not fit: truncated buttons, badges, tabs, fields, headings and statuses. */
export function cutWords(page: Page): Promise<readonly string[]> {
  const places = 'button, [role="menuitem"], [role="tab"], label, h1, h2, h3, dt, [data-status] > div';
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.offsetParent !== null && element.scrollWidth > element.clientWidth + 1)
        .filter((element) => getComputedStyle(element).display !== 'inline')
        .map((element) => element.textContent ?? ''),
    places,
  );
}
