import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import type { MainWindow } from '../../support/app/pages.ts';
import { test } from '../../support/app/shared-app.ts';

const bare = (server: Emulator) => server.base.replace(/^https?:\/\//, '');

async function type(window: MainWindow, address: string): Promise<void> {
  if ((await window.dialog.count()) === 0) await window.openAddServer();
  await window.field('Server address').fill(address);
}

/** No request so far carried credentials. */
function expectNoCredentials(server: Emulator): void {
  for (const { headers, method, path } of server.requests) {
    expect(`${method} ${path}`).toMatch(/^GET \/(api\/)?(config\.json|users\/me\/)$/);
    expect(Object.keys(headers)).not.toContain('authorization');
    expect(JSON.stringify(headers)).not.toContain(operator.name);
  }
}

test.describe('an address that is being typed', () => {
  test('shows what answers there, and is completed when it is saved', async ({ window, serve }) => {
    const plain = await serve({ switches: { prefix: '/api', activeDirectory: true } });
    await type(window, bare(plain).replace('/api', ''));
    await expect(window.probe).toContainText('FindFace Multi · password · sessions last 180 days');
    await expect(window.probe).toContainText(`Found at ${plain.base}.`);
    await expect(window.probe).toContainText('Not encrypted');
    await expect(window.probe).toContainText('Active Directory');
    expectNoCredentials(plain);

    const faces = await serve({ switches: { authType: 'face_and_password' } });
    await type(window, faces.base);
    await expect(window.probe).toContainText('face and password');
    await expect(window.probe).toContainText('This server also requires face verification.');
    await expect(window.probe).not.toContainText('Found at');
    expectNoCredentials(faces);

    await type(window, bare(plain).replace('/api', ''));
    await window.more.click();
    await window.field('Name').fill('Depot');
    await window.field('User name').fill(operator.name);
    await expect(window.probe).toContainText(`Found at ${plain.base}.`);
    await window.field('Password').fill(operator.password);
    await window.button('Log in', window.dialog).click();
    await expect(window.row('Depot')).toHaveAccessibleName(/accepted/i);
    await expect(window.details).toContainText(plain.base);
    await expect(window.details).toContainText('Log-in method');

    await window.chooseFromMenu('Depot', 'Edit');
    await expect(window.page.getByRole('dialog', { name: 'Edit Depot' })).toBeVisible();
    await type(window, `${faces.base}/site-2/api`);
    await expect(window.probe).toContainText('FindFace is at another address.');
    await window.button(`Use ${faces.base}`, window.dialog).click();
    await expect(window.field('Server address')).toHaveValue(faces.base);
    await expect(window.probe).toContainText('This server also requires face verification.');
    await window.button('Save', window.dialog).click();
    await expect(window.details).toContainText('face and password');
  });

  test('shows an untrusted certificate, which is compared and trusted before anything is sent', async ({
    window,
    serve,
  }) => {
    const server = await serve({ https: true });
    await type(window, bare(server));
    await expect(window.probe).toContainText('The certificate is self-signed. Verify it to continue.');
    expect(server.requests).toHaveLength(0);
    await window.button('Verify…', window.dialog).click();
    const comparison = window.page.getByRole('dialog', { name: 'Compare the certificate' });
    await expect(comparison).toContainText('SHA-256');
    await window.button('Cancel', comparison).click();
    expect(server.requests).toHaveLength(0);
    await window.button('Verify…', window.dialog).click();
    await window.button('Trust this certificate', comparison).click();
    await expect(window.probe).toContainText('self-signed certificate, pinned');
    expectNoCredentials(server);

    await window.more.click();
    await window.field('Name').fill('Metro');
    await window.field('User name').fill(operator.name);
    await window.field('Password').fill(operator.password);
    await window.button('Log in', window.dialog).click();
    await expect(window.row('Metro')).toHaveAccessibleName(/accepted/i);
    await expect(window.details).toContainText(/pinned/);
  });

  test('sends no unencrypted password before the warning was read', async ({ window, serve }) => {
    const plain = await serve();
    await window.openAddServer();
    await window.more.click();
    await window.field('Name').fill('Depot');
    await window.field('User name').fill(operator.name);
    await window.field('Password').fill(operator.password);
    // Submitted before the result of the probe was shown.
    await window.field('Server address').fill(bare(plain));
    await window.page.keyboard.press('Enter');
    await expect(window.probe).toContainText('Not encrypted');
    await expect(window.button('Log in', window.dialog)).toBeEnabled();
    await expect(window.field('Password')).toHaveValue(operator.password);
    expectNoCredentials(plain);
    await window.button('Log in', window.dialog).click();
    await expect(window.row('Depot')).toHaveAccessibleName(/accepted/i);

    // A typed scheme is used as it is.
    const second = await serve();
    await window.openAddServer();
    await window.more.click();
    await window.field('Name').fill('Gate');
    await window.field('User name').fill(operator.name);
    await window.field('Password').fill(operator.password);
    await window.field('Server address').fill(second.base);
    await window.page.keyboard.press('Enter');
    await expect(window.row('Gate')).toHaveAccessibleName(/accepted/i);
  });
});
