import type { Tool } from '../support/app/pages.ts';
import type { ShownPage } from '../support/page/page-test.ts';

/** Opens a dialog from the menu of a row. */
export const fromMenu =
  (row: string, item: string) =>
  async ({ window }: ShownPage): Promise<void> =>
    window.chooseFromMenu(row, item);

/** Opens what shows or changes many servers at once. */
export const tool =
  (name: Tool) =>
  async ({ window }: ShownPage): Promise<void> =>
    window.openTool(name);

/** Opens a dialog from a section of the settings. */
export const fromSettings =
  (section: string, button: string) =>
  async ({ window }: ShownPage): Promise<void> => {
    await window.openSettings(section);
    await window.button(button, window.dialog).click();
  };

/** Opens a dialog with a key. */
export const byKey =
  (key: string) =>
  async ({ page }: ShownPage): Promise<void> =>
    page.keyboard.press(key);

/** Presses a button of a row. */
export const fromRow =
  (row: string, button: string) =>
  async ({ window }: ShownPage): Promise<void> =>
    window.button(button, window.row(row)).click();

/** Fills in fields of the open dialog in this order. */
export const filling =
  (values: Readonly<Record<string, string>>) =>
  async ({ window }: ShownPage): Promise<void> => {
    for (const [label, value] of Object.entries(values)) await window.field(label).fill(value);
  };

/** Opens the server overview. */
export async function openOverview(on: ShownPage): Promise<void> {
  await tool('server overview')(on);
  await on.page.getByRole('grid', { name: 'Server overview' }).waitFor();
}

/** Opens the journal. */
export const openJournal = tool('journal');

/** Opens the sessions on all servers. */
export const openAllSessions = tool('sessions on all servers');
