import { expect } from '@playwright/test';
import { rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { fromSettings } from './opening.ts';

const twoOfThree: PageMain = {
  state: {
    rows: [0, 1, 2].map((at) =>
      rowOf(560 + at, {
        ...{ name: `Depot ${at}`, address: `https://10.0.6.${at}`, userName: 'operator' },
        ...{ session: { phase: 'logged-out' }, passwordKept: at > 0 },
      }),
    ),
  },
};

testDialogs([
  {
    name: 'Delete 2 saved passwords?',
    of: 'vault/forget-passwords-dialog.tsx',
    main: twoOfThree,
    open: fromSettings('Vault & lock', 'Delete all…'),
    focus: ['button', 'Cancel'],
    below: 1,
    shows: [/Sessions stay active/],
    sends: {
      call: 'forgetAllPasswords',
      button: 'Delete',
      refusals: [{ problem: { code: 'store-not-open' }, says: /./ }],
    },
  },
]);

test('The settings say for how many servers passwords are saved', async ({ show }) => {
  const on = await show(twoOfThree);
  const { window } = on;
  await window.openSettings('Vault & lock');
  const button = window.button('Delete all…', window.dialog);
  await expect(button).toHaveAccessibleDescription('For 2 of 3 servers');
  await button.click();
  await window.button('Delete', window.dialog).click();
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription('For 0 of 3 servers');
});
