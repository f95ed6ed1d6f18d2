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

  constructor(readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: 'Search servers' });
    this.list = page.getByRole('grid', { name: 'Servers' });
    this.details = page.getByRole('region', { name: 'Session' });
    this.clipboard = page.getByRole('status', { name: 'Clipboard' });
    this.dialogs = page.getByRole('dialog');
    this.dialog = this.dialogs.last();
    this.probe = page.getByRole('status', { name: 'Address check' });
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

  /** Opens the form and fills in the given values. */
  async fillInServer(server: NewServer): Promise<void> {
    await this.button('Add server').click();
    await this.field('Server address').fill(server.address);
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

  /** Chooses an item of a row's menu. */
  async chooseFromMenu(name: string, entry: string): Promise<void> {
    await this.button('More', this.row(name)).click();
    // Items end with their shortcut; if two start alike, the shorter one comes first.
    await this.page
      .getByRole('menuitem', { name: new RegExp(`^${escaped(entry)}`) })
      .first()
      .click();
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
