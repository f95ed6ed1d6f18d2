import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The serious and critical findings of axe, one per line; `rules` limits the rules, `within` the elements.
 *
 * Judged is what stands still; and only lasting findings count, since a list that was just filled becomes scrollable by
 * keyboard a frame later.
 */
export async function seriousTroubles(
  page: Page,
  rules: readonly string[] = [],
  within = 'html',
): Promise<readonly string[]> {
  let found: readonly string[] = [];
  for (let look = 0; look < 3; look += 1) {
    await page.evaluate(standStill);
    found = await troublesNow(page, rules, within);
    if (found.length === 0) break;
  }
  return found;
}

/** Waits until what moves has ended and the next two frames are drawn; what turns forever is not waited for. */
async function standStill(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(
      ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
    );
  await Promise.allSettled(ending.map(({ finished }) => finished));
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

async function troublesNow(page: Page, rules: readonly string[], within: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(
    async ([only, context]) => {
      const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(context, {
        resultTypes: ['violations'],
        preload: false,
        ...(only.length === 0 ? {} : { runOnly: [...only] }),
      });
      return found.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ target, html, failureSummary }) =>
            [
              id,
              target.join(' '),
              html.slice(0, 160),
              failureSummary?.replace(/\s+/g, ' ').slice(0, 200),
            ].join(' | '),
          ),
        );
    },
    [rules, within] as const,
  );
}
