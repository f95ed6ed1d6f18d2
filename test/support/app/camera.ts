import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { cutWords } from './cut-words.ts';

const folder = join(import.meta.dirname, '../../../test-results/pictures');
const sizes = { wide: { width: 1280, height: 800 }, small: { width: 480, height: 400 } };

/**
 * Takes screenshots of a window, light and dark, wide and narrow, and checks for truncated text. Outside the project
 * `pictures` it only checks, in the narrowest window.
 */
export function camera(page: Page, language: string): (name: string) => Promise<void> {
  const takesPictures = test.info().project.name === 'pictures';
  return async (name) => {
    for (const [size, viewport] of Object.entries(sizes)) {
      if (!takesPictures && size !== 'small') continue;
      await page.setViewportSize(viewport);
      for (const colorScheme of takesPictures ? (['light', 'dark'] as const) : []) {
        await page.emulateMedia({ colorScheme });
        const path = join(folder, `${name}-${size}-${colorScheme}-${language}.png`);
        await page.screenshot({ path, animations: 'disabled' });
      }
      expect(await cutWords(page), `${name} in ${language}, ${size}`).toEqual([]);
    }
    await page.setViewportSize(sizes.wide);
  };
}
