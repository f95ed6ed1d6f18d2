import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { cutWords } from './cut-words.ts';

const folder = join(import.meta.dirname, '../../../test-results/pictures');
const sizes = {
  large: { width: 1920, height: 1080 },
  wide: { width: 1280, height: 800 },
  medium: { width: 760, height: 560 },
  small: { width: 480, height: 400 },
};

/**
 * Takes screenshots of a window, light and dark, in three sizes or four, and checks for truncated text. Outside the
 * project `pictures` it only checks, in the narrowest window.
 */
export function camera(page: Page, language: string): (name: string, isLarge?: boolean) => Promise<void> {
  const takesPictures = test.info().project.name === 'pictures';
  return async (name, isLarge = false) => {
    // What is under the pointer looks different.
    await page.mouse.move(0, 0);
    // An overlay is in the page, and transparent, for some frames before it is shown.
    await expect(page.locator('[data-rac][style*="opacity: 0"]')).toHaveCount(0);
    for (const [size, viewport] of Object.entries(sizes)) {
      if (takesPictures ? size === 'large' && !isLarge : size !== 'small') continue;
      await page.setViewportSize(viewport);
      for (const colorScheme of takesPictures ? (['light', 'dark'] as const) : []) {
        await page.emulateMedia({ colorScheme });
        const path = join(folder, `${name}-${size}-${colorScheme}-${language}.png`);
        await page.screenshot({ path, animations: 'disabled' });
      }
      expect.soft(await cutWords(page), `${name} in ${language}, ${size}`).toEqual([]);
    }
    await page.setViewportSize(sizes.wide);
  };
}
