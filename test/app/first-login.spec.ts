import { expect, type Locator, type Page } from '@playwright/test';
import { en } from '../../contract/wording/en.ts';
import { ru } from '../../contract/wording/ru.ts';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app.ts';

/** The form for a new server, in the language of the window. */
class AddForm {
  readonly dialog: Locator;

  constructor(
    readonly page: Page,
    readonly words: typeof en,
  ) {
    this.dialog = page.getByRole('dialog', { name: words.forms.add.title });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+n');
    await expect(this.dialog).toBeVisible();
  }

  field(name: 'address' | 'name' | 'userName' | 'password'): Locator {
    return this.dialog.getByLabel(this.words.forms.add[name], { exact: true });
  }

  get probe(): Locator {
    return this.dialog.getByRole('status', { name: this.words.probe.label });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  async fill(address: string, password = operator.password): Promise<void> {
    await this.field('address').fill(address);
    await this.field('userName').fill(operator.name);
    await this.field('password').fill(password);
  }
}

for (const [language, words] of Object.entries({ en, ru: ru as unknown as typeof en })) {
  const { add, certificate } = words.forms;
  const rows = (page: Page) => page.locator('#servers [data-key]');

  test.describe(`a server that is added by its log-in, in ${language}`, () => {
    for (const hand of ['keyboard', 'mouse'] as const)
      test(`is found under /api at the first try, once its certificate is trusted, by ${hand}`, async ({
        launch,
        serve,
      }) => {
        const server = await serve({ https: true, switches: { prefix: '/api' } });
        const { page } = await launch({ language });
        const form = new AddForm(page, words);
        await form.open();
        await form.fill(new URL(server.base).host);
        await expect(form.probe).toContainText(words.reasons.distrust['self-signed']);
        if (hand === 'keyboard') await page.keyboard.press('Enter');
        else await form.button(add.logIn).click();
        const trust = page.getByRole('button', { name: certificate.trust });
        await expect(trust).toBeVisible();
        expect(server.requests, 'nothing but handshakes').toEqual([]);
        if (hand === 'keyboard') await trust.press('Enter');
        else await trust.click();
        await expect(rows(page)).toHaveCount(1);
        await expect(form.dialog).toHaveCount(0);
        expect(server.count('POST /auth/login/')).toBe(1);
        const secrets = server.requests.filter(({ headers }) => headers.authorization?.startsWith('Basic'));
        expect(secrets.map(({ path }) => path)).toEqual(['/api/auth/login/']);
      });

    test('is in the list only when that has worked, and nothing is left by Cancel', async ({
      launch,
      serve,
    }) => {
      const server = await serve();
      const { page } = await launch({ language });
      const form = new AddForm(page, words);
      await form.open();
      await form.fill(server.base, 'not the password');
      await page.keyboard.press('Enter');
      await expect(form.dialog).toContainText(words.problems['wrong-password'].title);
      await expect(rows(page)).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(form.dialog).toHaveCount(0);
      const { rows: known } = await page.evaluate(() => window.bridge.readState());
      expect(known).toEqual([]);
    });

    test('stays typed when it is cancelled, without an error', async ({ launch, serve }) => {
      const server = await serve();
      server.switches.only('/auth/login/', { hang: true });
      const { page } = await launch({ language });
      const form = new AddForm(page, words);
      await form.open();
      await form.fill(server.base);
      await page.keyboard.press('Enter');
      await expect.poll(() => server.count('POST /auth/login/')).toBe(1);
      await form.button(words.window.cancel).click();
      await expect(form.dialog).toContainText(add.cancelled);
      await expect(form.dialog.getByRole('alert')).toHaveCount(0);
      await expect(form.field('password')).toHaveValue(operator.password);
      await expect(rows(page)).toHaveCount(0);
    });

    test('lets nothing move while its address is probed', async ({ launch, serve }) => {
      const plain = await serve({ switches: { authType: 'face_and_password', activeDirectory: true } });
      const selfSigned = await serve({ https: true });
      const { page } = await launch({ language });
      // Without the movement in which a dialog opens.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const form = new AddForm(page, words);
      await form.open();
      const places = async () => [
        await form.field('address').boundingBox(),
        await form.field('password').boundingBox(),
        await form.button(add.logIn).boundingBox(),
      ];
      await expect(form.probe).toContainText(add.addressHint);
      const before = await places();
      for (const [address, says] of [
        [new URL(plain.base).host, words.probe.plainHttp],
        [new URL(selfSigned.base).host, words.reasons.distrust['self-signed']],
        ['ftp://10.0.4.7', 'ftp'],
        [`${plain.base}/elsewhere`, words.probe.plainHttp],
      ] as const) {
        await form.field('address').fill(address);
        await expect(form.probe).toContainText(says);
        expect(await places(), address).toEqual(before);
      }
    });

    test('names all that is missing, the first field first', async ({ launch }) => {
      const { page } = await launch({ language });
      const form = new AddForm(page, words);
      await form.open();
      await form.button(add.logIn).click();
      for (const field of ['address', 'userName', 'password'] as const)
        await expect(form.field(field)).toHaveAttribute('aria-invalid', 'true');
      await expect(form.field('address')).toBeFocused();
    });

    test('as another account carries the trust of the first and asks for the user', async ({
      launch,
      serve,
    }) => {
      const server = await serve({ https: true });
      const { page } = await launch({ language });
      const form = new AddForm(page, words);
      await form.open();
      await form.field('name').fill('Airport');
      await form.fill(new URL(server.base).host);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: certificate.trust }).click();
      await expect(rows(page)).toHaveCount(1);
      await rows(page).first().click();
      await page.keyboard.press('Control+d');
      const account = page.getByRole('dialog', { name: add.titleLike.replace('{{name}}', 'Airport') });
      const field = (name: string) => account.getByLabel(name, { exact: true });
      await expect(field(add.userName)).toBeFocused();
      await page.keyboard.type('admin');
      await expect(field(add.name)).toHaveValue('Airport (admin)');
      await field(add.password).fill('admin');
      await page.keyboard.press('Enter');
      await expect(account).toContainText(words.problems['wrong-password'].title);
      expect(server.count('POST /auth/login/')).toBe(2);
    });
  });
}
