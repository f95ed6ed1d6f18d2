import { expect, type Page } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app/app.ts';

const typed = 'Canary-Tern-7719';

/** The attributes of every field for secrets. */
const fieldsOf = (page: Page) =>
  page.locator('input[type=password]:visible').evaluateAll((fields) =>
    fields.map((field) => ({
      autocomplete: field.getAttribute('autocomplete'),
      spellcheck: (field as HTMLInputElement).spellcheck,
      value: (field as HTMLInputElement).value,
      attribute: field.getAttribute('value'),
    })),
  );

/** Whether a text is anywhere in React's memory: props, state, stores. */
const isInReact = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const seen = new WeakSet<object>();
    const root = document.getElementById('root') as unknown as Record<string, unknown>;
    const waiting: unknown[] = Object.keys(root)
      .filter((key) => key.startsWith('__react'))
      .map((key) => root[key]);
    let looked = 0;
    for (let next = waiting.pop(); next !== undefined || waiting.length > 0; next = waiting.pop()) {
      if (typeof next === 'string' && next.includes(wanted)) return 'found';
      if (typeof next !== 'object' || next === null || next instanceof Node || next instanceof Window)
        continue;
      if (seen.has(next)) continue;
      seen.add(next);
      looked += 1;
      const parts = next instanceof Map || next instanceof Set ? [...next.values()] : Object.values(next);
      waiting.push(...parts.filter((part) => part !== undefined));
    }
    return looked > 1_000 ? 'not found' : 'nothing to look at';
  }, text);

test.describe('a field for a password or passphrase', () => {
  test('has no spell check and no autofill, and is empty after sending', {
    tag: ['@row-172'],
  }, async ({ app, server }) => {
    const { page, window } = app;
    const dialog = page.getByRole('dialog').last();
    const found: string[] = [];
    const inspect = async (name: string) => {
      const fields = page.locator('input[type=password]:visible');
      await expect(fields).not.toHaveCount(0);
      for (const field of await fields.all()) await field.fill(typed);
      for (const { autocomplete, spellcheck, attribute } of await fieldsOf(page)) {
        expect(['current-password', 'new-password', 'off'], name).toContain(autocomplete);
        expect(spellcheck, name).toBe(false);
        expect(attribute, name).toBe(null);
      }
      expect(await isInReact(page, typed), name).toBe('not found');
      found.push(name);
    };
    const send = async () => {
      await page.locator('input[type=password]:visible').first().press('Enter');
      await expect.poll(async () => (await fieldsOf(page)).map(({ value }) => value).join('')).toBe('');
    };
    const close = async () => {
      await expect(async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 500 });
      }).toPass();
    };

    server.switches.set({ activeDirectory: false });
    await window.addOnly({ address: server.base, name: 'Airport', userName: operator.name });
    await expect(window.dialog).toHaveCount(0);
    await window.openAddServer();
    await inspect('adding a server');
    await close();

    await window.button('Log in', window.row('Airport')).click();
    await window.button('Use a face verification token', dialog).click();
    await inspect('logging in');
    await send();
    await expect(dialog).toContainText('Wrong user name or password');
    await close();

    await window.openTool('bulk log-in');
    await inspect('logging in to several');
    await dialog.getByLabel('Password', { exact: true }).press('Enter');
    await expect(dialog).toContainText('Rejected');
    await close();

    for (const [section, name] of [
      ['Vault & lock', 'Set a passphrase…'],
      ['Import & export', 'Back up…'],
    ] as const) {
      await window.openSettings(section);
      await window.button(name, dialog).click();
      await inspect(name);
      await close();
    }
    expect(found).toHaveLength(5);
    expect(await isInReact(page, typed)).toBe('not found');
    expect(await isInReact(page, operator.name), 'what React does remember is found').toBe('found');
  });
});
