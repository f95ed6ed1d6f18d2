import { expect, type Locator, type Page } from '@playwright/test';

/** The values for adding a server. */
export interface NewServer {
  readonly address: string;
  readonly name?: string;
  readonly userName: string;
  readonly password?: string;
  readonly tags?: string;
  readonly environment?: 'None' | 'Test' | 'Production';
}

/** What shows or changes many servers at once. */
export type Tool = 'bulk log-in' | 'server overview' | 'sessions on all servers' | 'journal';

const keysOfTools: { readonly [Name in Tool]: string } = {
  'bulk log-in': 'Control+Shift+B',
  'server overview': 'Control+Shift+O',
  'sessions on all servers': 'Control+Shift+Y',
  journal: 'Control+J',
};

/** The window in English. */
export class MainWindow {
  readonly search: Locator;
  readonly list: Locator;
  readonly details: Locator;
  readonly clipboard: Locator;
  readonly dialogs: Locator;
  /** The topmost dialog. */
  readonly dialog: Locator;
  /** The note below the address field. */
  readonly probe: Locator;
  /** The entries of the sections of the open settings. */
  readonly sections: Locator;
  /** Shows the fields that a server can do without. */
  readonly more: Locator;

  constructor(readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: 'Search servers' });
    this.list = page.getByRole('grid', { name: 'Servers' });
    this.details = page.getByRole('region', { name: 'Session' });
    this.clipboard = page.getByRole('status', { name: 'Clipboard' });
    this.dialogs = page.getByRole('dialog');
    this.dialog = this.dialogs.last();
    this.probe = page.getByRole('status', { name: 'Address check' });
    this.sections = page.getByRole('tab');
    this.more = this.dialog.locator('summary', { hasText: 'More' });
  }

  /** The row whose accessible name starts with a profile's name. */
  row(name: string): Locator {
    return this.list.getByRole('row', { name: new RegExp(`^${escaped(name)}, `) });
  }

  button(name: string, within: Locator | Page = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.dialog.getByLabel(name, { exact: true });
  }

  /** Presses Esc until no dialog is open. */
  async closeDialogs(): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('Escape');
      await expect(this.dialog).toHaveCount(0, { timeout: 500 });
    }).toPass();
  }

  /** Opens the form of a new server, in any language. */
  async openAddServer(): Promise<void> {
    await this.#openByKey('Control+N');
  }

  /** Opens what shows or changes many servers at once, in any language. */
  async openTool(tool: Tool): Promise<void> {
    if (tool === 'bulk log-in') return this.#openByKey(keysOfTools[tool]);
    await expect(this.dialogs).toHaveCount(0);
    await this.page.keyboard.press(keysOfTools[tool]);
    await expect(this.page.locator('[data-pane="screen"]')).toBeVisible();
  }

  /** Opens the settings at a section. */
  async openSettings(section: string): Promise<void> {
    await this.#openByKey('Control+,');
    await this.chooseSection(section);
  }

  /** Shows a section of the open settings. */
  async chooseSection(name: string): Promise<void> {
    await this.section(name).click();
  }

  /** The entry of a section of the open settings. */
  section(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  /** Shows a tab of the open dialog. */
  async chooseTab(name: string): Promise<void> {
    await this.dialog.getByRole('tab', { name, exact: true }).click();
  }

  /** Presses a key that opens a dialog, once none is open. */
  async #openByKey(key: string): Promise<void> {
    await expect(this.dialogs).toHaveCount(0);
    await expect(async () => {
      if ((await this.dialogs.count()) === 0) await this.page.keyboard.press(key);
      await expect(this.dialog).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }

  /** Opens the form and fills in the given values. */
  async fillInServer(server: NewServer): Promise<void> {
    await this.openAddServer();
    await this.field('Server address').fill(server.address);
    if ([server.name, server.tags, server.environment].some((value) => value !== undefined))
      await this.more.click();
    if (server.name !== undefined) await this.field('Name').fill(server.name);
    await this.field('User name').fill(server.userName);
    if (server.password !== undefined) await this.field('Password').fill(server.password);
    if (server.tags !== undefined) await this.field('Tags').fill(server.tags);
    if (server.environment !== undefined) await this.choose('Environment', server.environment);
  }

  async addAndLogIn(server: NewServer): Promise<void> {
    await this.fillInServer(server);
    await this.button('Log in', this.dialog).click();
  }

  async addOnly(server: NewServer): Promise<void> {
    await this.fillInServer(server);
    await this.button('Save without logging in', this.dialog).click();
  }

  /** Chooses an option of a select in the open dialog. */
  async choose(select: string, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(escaped(select)) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Chooses an entry of a row's menu or of a submenu of it. */
  async chooseFromMenu(name: string, entry: string): Promise<void> {
    await this.button('More', this.row(name)).click();
    await this.chooseEntry(entry);
  }

  /** Chooses an entry of the open menu or of a submenu of it, in any language. */
  async chooseEntry(entry: string, hand: 'mouse' | 'keyboard' = 'mouse'): Promise<void> {
    // Items end with their shortcut; if two start alike, the shorter one comes first.
    const items = this.page.getByRole('menuitem');
    const wanted = this.page.getByRole('menuitem', { name: new RegExp(`^${escaped(entry)}`) }).first();
    await expect(items.first()).toBeVisible();
    for (const submenu of await this.#submenus()) {
      if ((await wanted.count()) > 0) break;
      await openSubmenu(submenu);
      if ((await wanted.count()) === 0) await closeSubmenu(submenu);
    }
    await (hand === 'mouse' ? wanted.click() : wanted.press('Enter'));
  }

  /** The entries of the open menu and of its submenus that lead to a dialog; closes the menu. */
  async entriesWithDialog(): Promise<readonly string[]> {
    const items = this.page.getByRole('menuitem');
    await expect(items.first()).toBeVisible();
    const found = await items.allInnerTexts();
    for (const submenu of await this.#submenus()) {
      await openSubmenu(submenu);
      found.push(...(await items.allInnerTexts()));
      await closeSubmenu(submenu);
    }
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('menu')).toHaveCount(0);
    const names = found.map((text) => text.split('\n')[0] ?? '').filter((name) => name.endsWith('…'));
    return [...new Set(names)];
  }

  /** The entries of the open menu that have a submenu. */
  async #submenus(): Promise<readonly Locator[]> {
    return this.page.getByRole('menu').first().locator('[aria-haspopup]').all();
  }
}

async function openSubmenu(entry: Locator): Promise<void> {
  await entry.press('ArrowRight');
  await expect(entry).toHaveAttribute('aria-expanded', 'true');
}

async function closeSubmenu(entry: Locator): Promise<void> {
  await entry.page().keyboard.press('ArrowLeft');
  await expect(entry).toHaveAttribute('aria-expanded', 'false');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
