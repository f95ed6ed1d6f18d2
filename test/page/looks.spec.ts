import { expect } from '@playwright/test';
import { defaultSettings, languages } from '../../contract/settings.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

/** What fills the window, and how a person gets there from the list. */
const screens: readonly { readonly name: string; readonly keys: readonly string[] }[] = [
  { name: 'the window', keys: [] },
  { name: 'ticked rows', keys: ['Control+A'] },
  { name: 'the menu of a server', keys: ['Shift+F10'] },
  { name: 'the commands', keys: ['Control+K'] },
  { name: 'adding a server', keys: ['Control+N'] },
  { name: 'logging in', keys: ['Control+R'] },
  { name: 'the settings', keys: ['Control+,'] },
  { name: 'the keys', keys: ['Control+Shift+Slash'] },
  { name: 'the sessions on a server', keys: ['Control+Shift+S'] },
  { name: 'the server overview', keys: ['Control+Shift+O'] },
  { name: 'the journal', keys: ['Control+J'] },
  { name: 'the sessions on all servers', keys: ['Control+Shift+Y'] },
];

const above = '[role="dialog"], [role="menu"], [data-pane="screen"]';
const bar = '[aria-label="Selected servers"]';

/** Goes through the screens. */
async function visit(on: ShownPage, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = on;
  for (const { name, keys } of screens) {
    await page.getByRole('row', { name: /^Airport T2, / }).focus();
    for (const key of keys) await page.keyboard.press(key);
    if (keys.length > 0 && name !== 'ticked rows') await expect(page.locator(above).first()).toBeVisible();
    if (name.includes('sessions')) await expect(page.getByRole('row').last()).toBeVisible();
    await look(name);
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(page.locator(`${above}, ${bar}`), name).toHaveCount(0, { timeout: 500 });
    }).toPass();
  }
}

test.afterEach(async ({ pageOfWorker: page }) => {
  await page.emulateMedia({ contrast: 'no-preference', colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1_280, height: 800 });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`With more contrast, text has 7:1 and the edges of controls have 4.5:1, ${colorScheme}`, async ({
    show,
  }) => {
    test.setTimeout(240_000);
    const on = await show();
    await on.page.emulateMedia({ contrast: 'more', colorScheme });
    const found: string[] = [];
    await visit(on, async (name) => {
      const troubles = await seriousTroubles(on.page, ['color-contrast-enhanced']);
      const edges = await on.page.evaluate(faintEdges, 4.5);
      found.push(...[...troubles, ...edges].map((trouble) => `${name}: ${trouble}`));
    });
    expect(found).toEqual([]);
  });

for (const [what, width, height] of [
  ['at 200 %', 640, 400],
  ['320 pixels wide', 320, 640],
] as const)
  test(`Nothing is out of reach ${what}`, async ({ show }) => {
    test.setTimeout(120_000);
    const on = await show();
    await on.page.setViewportSize({ width, height });
    // The list follows the size of the window a little later.
    await visit(on, (name) => expect.poll(() => on.page.evaluate(outOfReach), name).toEqual([]));
  });

for (const language of languages) {
  const settings = { ...defaultSettings, language };
  test(`The first run is whole in the smallest window, in ${language}`, async ({ show }) => {
    const { page } = await show({ state: { language, settings, rows: [] } });
    await page.setViewportSize({ width: 480, height: 400 });
    const area = page.locator('[data-pane="search"]');
    await expect(area.getByRole('textbox')).toBeVisible();
    await expect.poll(() => area.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
  });

  test(`No section of the settings moves when one is chosen, in ${language}`, async ({ show }) => {
    const { page, window } = await show({ state: { language, settings } });
    await page.keyboard.press('Control+,');
    await expect(window.sections.first()).toHaveAttribute('aria-selected', 'true');
    const places = () =>
      window.sections.evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().y));
    const before = await places();
    for (const section of await window.sections.all()) {
      await section.click();
      expect(await places()).toEqual(before);
    }
  });
}

test('The styles that come with a dialog change nothing in the window below', async ({ show }) => {
  const { page, window } = await show();
  await window.openSettings('Appearance');
  await page.keyboard.press('Escape');
  await expect(window.dialogs).toHaveCount(0);
  const icons = await page
    .locator('#root .lucide')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  expect(icons.length).toBeGreaterThan(20);
  expect(Math.max(...icons)).toBeLessThan(24);
});

test('A dialog that scrolls breaks its lines where it does without a scroll bar', async ({ show }) => {
  const { page, window } = await show();
  await window.openAddServer();
  const field = window.field('Server address');
  const sizeIn = async (height: number) => {
    await page.setViewportSize({ width: 900, height });
    const scrolls = () => field.evaluate((input) => input.closest('form > [role="region"]') !== null);
    await expect.poll(scrolls, `${height}`).toBe(height < 500);
    return (await field.boundingBox())?.width;
  };
  expect(await sizeIn(400)).toBe(await sizeIn(900));
});

test('Nothing moves where less motion is asked for', async ({ show }) => {
  const on = await show();
  await on.page.emulateMedia({ reducedMotion: 'reduce' });
  const found: string[] = [];
  await visit(on, async (name) => {
    found.push(...(await on.page.evaluate(moving)).map((element) => `${name}: ${element}`));
  });
  expect(found).toEqual([]);
  await on.page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await on.page.evaluate(moving), 'it moves otherwise').not.toEqual([]);
});

/** Controls in use whose edge has less contrast than this with what is around them. */
function faintEdges(least: number): readonly string[] {
  type Color = readonly [number, number, number, number];
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const read = (text: string): Color => {
    if (canvas === null) throw new Error('No canvas');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const lightness = ([red, green, blue]: Color): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const around = (element: Element | null): Color => {
    for (let one = element; one !== null; one = one.parentElement) {
      const color = read(getComputedStyle(one).backgroundColor);
      if (color[3] > 0.99) return color;
    }
    return [255, 255, 255, 1];
  };
  const contrast = (one: Color, other: Color): number => {
    const [dark = 0, light = 0] = [lightness(one), lightness(other)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const controls = 'button, input, textarea, [role="combobox"], [role="switch"], [role="checkbox"]';
  return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((element) => {
    const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
    const edge = read(borderTopColor);
    const hasEdge = borderTopStyle !== 'none' && borderTopWidth !== '0px' && edge[3] > 0.99;
    if (!hasEdge || !element.checkVisibility() || element.matches(':disabled, [aria-disabled="true"]'))
      return [];
    const outside = around(element.parentElement);
    // A filled control is seen by its color.
    const seen = [edge, read(backgroundColor)].filter((color) => color[3] > 0.99);
    const best = Math.max(...seen.map((color) => contrast(color, outside)));
    return best >= least ? [] : [`${best.toFixed(1)} ${element.outerHTML.slice(0, 160)}`];
  });
}

/** Controls beside the window, to which nothing scrolls, and a window that scrolls sideways. */
function outOfReach(): readonly string[] {
  const { documentElement: root } = document;
  const wide = root.scrollWidth > root.clientWidth ? [`the window scrolls to ${root.scrollWidth}`] : [];
  const controls = 'button, input, textarea, a[href], [role="menuitem"], [role="tab"], [role="option"]';
  const scrolls = (element: Element): boolean => {
    for (let one = element.parentElement; one !== null; one = one.parentElement)
      if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return true;
    return false;
  };
  const outside = [...document.querySelectorAll<HTMLElement>(controls)].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return (
      element.checkVisibility() && width > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(element)
    );
  });
  return [...wide, ...outside.map((element) => element.outerHTML.slice(0, 160))];
}

/** Elements with a transition. */
function moving(): readonly string[] {
  return [...document.querySelectorAll('*')]
    .filter((element) => /[1-9]/.test(getComputedStyle(element).transitionDuration))
    .map((element) => element.outerHTML.slice(0, 120));
}
