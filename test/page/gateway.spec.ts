import { expect } from '@playwright/test';
import { test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { filling, fromMenu } from './opening.ts';

const openFor = async (name: string, on: Parameters<ReturnType<typeof fromMenu>>[0]) => {
  await fromMenu(name, 'Gateway for other programs…')(on);
  await on.window.button('Open gateway…', on.window.dialog).click();
  await expect(on.window.dialog).toBeHidden();
};

testDialogs([
  {
    name: 'Gateway for other programs',
    of: 'gateway/gateway-dialog.tsx',
    open: fromMenu('Airport T2', 'Gateway for other programs…'),
    focus: ['button', /^1 hour/],
    shows: [/adds the token to their requests/, 'Read only (GET and HEAD)', 'Optional, such as /events/'],
    sends: {
      call: 'openGateway',
      fill: filling({ 'Only paths below': '/events/' }),
      button: 'Open gateway…',
      byEnter: true,
      request: { minutes: 60, access: 'read', path: '/events/' },
      refusals: [
        { problem: { code: 'gateway-path-wrong' }, says: /plain path/, field: 'Only paths below' },
        { problem: { code: 'too-many-gateways' }, says: /8 gateways are open/ },
        { problem: { code: 'session-was-refused' }, says: /Log in again/ },
      ],
    },
  },
]);

test.describe('an open gateway', () => {
  test('is shown in the status bar, with what closes it', async ({ show }) => {
    const on = await show();
    await openFor('Airport T2', on);
    const bar = on.page.locator('[data-pane="status"]');
    await expect(bar).toContainText(/Gateway: Airport T2, (1 h|\d+ min) left/);
    await bar.getByRole('button', { name: /^Gateway: Airport T2/ }).click();
    await expect(on.window.dialog).toContainText('Read only · 0 requests forwarded');
    await on.window.button('Copy address', on.window.dialog).click();
    await expect(on.window.dialog).toBeHidden();
    expect(await on.asked('copyGatewayAddress')).toHaveLength(1);
    await bar.getByRole('button', { name: 'Stop' }).click();
    await expect(bar).not.toContainText('Gateway');
    expect(await on.asked('closeGateway')).toHaveLength(1);
  });

  test('stands for all of them where there are several', async ({ show }) => {
    const on = await show();
    await openFor('Airport T2', on);
    await openFor('Business centre', on);
    const bar = on.page.locator('[data-pane="status"]');
    await expect(bar).toContainText('2 gateways open');
    await bar.getByRole('button', { name: 'Stop all' }).click();
    await expect(bar).not.toContainText('gateway');
  });
});
