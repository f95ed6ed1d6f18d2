import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/shared-app.ts';

test.describe('the layout is stable', () => {
  test('during a check', async ({ window, server }) => {
    const { name: userName, password } = operator;
    await window.addAndLogIn({ address: server.base, name: 'Depot', userName, password });
    await window.row('Depot').click();
    await expect(window.details).toContainText(/checked/i);
    const part = window.details.getByRole('button', { name: 'Copy header', exact: true });
    const before = await part.boundingBox();
    server.switches.set({ hang: true });
    await window.chooseFromMenu('Depot', 'Check now');
    await expect(window.details).toContainText('checking…');
    expect(await part.boundingBox()).toEqual(before);
    server.switches.reset();
  });

  test('when a message appears', async ({ window, server }) => {
    const { name: userName, password } = operator;
    await window.addAndLogIn({ address: server.base, name: 'Depot', userName, password });
    const before = await window.row('Depot').boundingBox();
    await server.close();
    await window.chooseFromMenu('Depot', 'Log out');
    await expect(window.page.getByRole('alert')).toBeVisible();
    expect(await window.row('Depot').boundingBox()).toEqual(before);
  });
});
