import { expect, type Locator } from '@playwright/test';
import type { Problem } from '../../contract/core/problem.ts';
import type { JournalEntry } from '../../contract/journal.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { held, idOf, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { fromMenu, fromSettings, openJournal } from './opening.ts';

const lost: Problem = { code: 'not-saved', file: 'journal.jsonl', reason: 'unreadable' };
const noon = new Date().setHours(12, 0, 0, 0);
const day = 86_400_000;
const entry = (id: number, at: number, what: JournalEntry['what'], of: Partial<JournalEntry> = {}) => ({
  ...{ id, at, what, profileId: idOf(1), name: 'Airport', userName: 'guard', host: '10.0.4.7', facts: {} },
  ...of,
});
const entries: readonly JournalEntry[] = [
  entry(5, noon + 60_000, 'header-copied', { facts: { production: true, anyway: true } }),
  entry(4, noon, 'logged-in'),
  entry(3, noon - day, 'profile-removed', { profileId: idOf(9), name: 'Old depot', host: '10.9.9.9' }),
  entry(2, noon - 3 * day, 'imported', {
    ...{ profileId: null, name: '', userName: '', host: '', facts: { added: 4, changed: 1 } },
  }),
  entry(1, noon - 3 * day - 60_000, 'session-refused'),
];
const few: PageMain = {
  state: {
    rows: [
      rowOf(1, {
        ...{ name: 'Airport', address: 'https://10.0.4.7', userName: 'guard' },
        session: held(Date.now(), 30 * day, 'accepted'),
      }),
    ],
  },
  answers: { readJournal: { ok: true, value: { entries, more: false } } },
};

const journal = (on: ShownPage): Locator => on.page.getByRole('treegrid', { name: 'Journal' });
const line = (on: ShownPage, name: string | RegExp): Locator => journal(on).getByRole('row', { name });

test.describe('The journal', () => {
  test('is divided into days, with the number of events of each', async ({ show }) => {
    const on = await show(few);
    await openJournal(on);
    const headings = journal(on).locator('[aria-level="1"]');
    await expect(headings).toHaveText([/^Today, .*2 events$/, /^Yesterday, .*1 event$/, /day.*2 events$/]);
    await expect(on.page.getByText('5 events')).toBeVisible();
    await expect(
      line(on, /12:01, Header copied, production, despite a warning, Airport, guard/),
    ).toBeVisible();
    await expect(on.page.getByText('Last 90 days, this computer only')).toBeVisible();
    expect(await seriousTroubles(on.page)).toEqual([]);
  });

  test('unfolds an entry by a click, Enter and Right, and folds it by Left', async ({ show }) => {
    const on = await show(few);
    const { page } = on;
    await openJournal(on);
    // The first day has the focus.
    await expect(journal(on).locator(':focus')).toHaveText(/^Today/);
    await page.keyboard.press('ArrowDown');
    const copied = line(on, /Header copied/);
    await expect(copied).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowRight');
    await expect(copied).toHaveAttribute('aria-expanded', 'true');
    await expect(copied).toContainText('header-copied');
    await expect(copied.getByText('10.0.4.7')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(copied).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Enter');
    await expect(copied).toHaveAttribute('aria-expanded', 'true');
    // The next row is below what was unfolded.
    const [upper, lower] = [await copied.boundingBox(), await line(on, /Logged in/).boundingBox()];
    expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeLessThanOrEqual((lower?.y ?? 0) + 1);
    await line(on, /Logged in/).click();
    await expect(line(on, /Logged in/)).toHaveAttribute('aria-expanded', 'true');
  });

  test('leads to a server that still exists, by pointer and keys', async ({ show }) => {
    const on = await show(few);
    const { page, window } = on;
    await openJournal(on);
    await expect(journal(on).locator(':focus')).toHaveText(/^Today/);
    await expect(line(on, /Server removed/).getByRole('button')).toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(window.button('Airport', line(on, /Header copied/))).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(window.row('Airport')).toBeFocused();
    await openJournal(on);
    await window.button('Airport', line(on, /Logged in/)).click();
    await expect(window.row('Airport')).toBeFocused();
  });

  test('opens from a row for that server, and keeps its filter', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    await fromMenu('Business centre', 'Journal of this server')(on);
    await expect(line(on, /Header copied/)).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Business centre Server' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(window.row('Business centre')).toBeFocused();
    await openJournal(on);
    await expect(line(on, /Header copied/)).toHaveCount(1);
  });

  test('offers to clear the filters when they leave nothing', async ({ show }) => {
    const on = await show();
    await openJournal(on);
    const search = on.page.getByLabel('Search the journal');
    await search.fill('nowhere');
    await expect(journal(on)).toContainText('No results');
    await on.window.button('Clear filters').click();
    await expect(search).toHaveValue('');
    await expect(line(on, /Header copied/).first()).toBeVisible();
  });

  test('loads older entries on demand', async ({ show }) => {
    const on = await show();
    await openJournal(on);
    await expect(on.page.getByText('The last 100 events')).toBeVisible();
    const before = Number(await journal(on).getAttribute('aria-rowcount'));
    await on.window.button('Show older').click();
    await expect
      .poll(async () => Number(await journal(on).getAttribute('aria-rowcount')))
      .toBeGreaterThan(before);
  });

  test('says why it cannot be read', async ({ show }) => {
    const on = await show({ answers: { readJournal: { ok: false, problem: lost } } });
    await openJournal(on);
    await expect(on.page.getByText(/The existing file can’t be read/)).toBeVisible();
  });

  test('says so if it cannot be displayed, and leaves the window usable', async ({ show }) => {
    const on = await show({
      answers: { readJournal: { ok: true, value: { entries: [null], more: false } } },
    });
    await openJournal(on);
    await expect(on.page.getByRole('alert').filter({ hasText: 'This can’t be displayed' })).toBeVisible();
    await on.page.locator('[data-view="all"]').click();
    await expect(on.window.list).toBeVisible();
  });

  test('opens from the settings, which close', async ({ show }) => {
    const on = await show();
    await fromSettings('Data', 'Journal')(on);
    await expect(journal(on)).toBeVisible();
    await expect(on.window.dialogs).toHaveCount(0);
  });
});
