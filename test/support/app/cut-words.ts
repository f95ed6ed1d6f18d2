import type { Page } from '@playwright/test';

/**
 * Texts that do not fit: truncated buttons, badges, tabs, fields, headings and statuses. A name or an address may end
 * early if its tooltip has the whole of it, alone or with more after it.
 */
export function cutWords(page: Page): Promise<readonly string[]> {
  const places =
    ':is(button, [role="menuitem"], [role="tab"]), :is(button, [role="menuitem"], [role="tab"]) span, ' +
    'label, h1, h2, h3, dt, [data-status] > div';
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.offsetParent !== null && element.scrollWidth > element.clientWidth + 1)
        .filter((element) => {
          const { display, clipPath } = getComputedStyle(element);
          return display !== 'inline' && clipPath === 'none' && element.closest('.unseen') === null;
        })
        .map((element) => ({
          text: element.textContent ?? '',
          title: element.closest<HTMLElement>('[title]')?.title ?? '',
        }))
        .filter(({ text, title }) => title !== text && !title.startsWith(`${text}, `))
        .map(({ text }) => text),
    places,
  );
}
