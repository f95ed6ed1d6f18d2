import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { AppState } from '../../../contract/state.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { test as ownAppTest } from '../../support/app/app.ts';
import { MainWindow } from '../../support/app/pages.ts';
import { test } from '../../support/app/shared-app.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { issue, printOf } from '../../support/servers/small-authority.ts';
import { en, ru } from '../../support/texts.ts';

const words = { en, ru } as const;
type Hand = 'keyboard' | 'mouse';

const bare = (server: Emulator) => server.origin.replace(/^https?:\/\//, '');

function basicSent({ requests }: Emulator): readonly string[] {
  const withPassword = requests.filter(({ headers }) => String(headers.authorization).startsWith('Basic'));
  return withPassword.map(({ path }) => path);
}

/** The form of a new server in one language, operated by keyboard or mouse. */
class Form {
  readonly dialog: Locator;
  readonly note: Locator;

  constructor(
    readonly page: Page,
    readonly say: typeof en | typeof ru,
    readonly hand: Hand,
  ) {
    this.dialog = page.getByRole('dialog', { name: say.forms.add.title });
    this.note = page.getByRole('status', { name: say.forms.probe.label });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+n');
    await expect(this.field('address')).toBeFocused();
  }

  field(name: 'address' | 'name' | 'userName' | 'password'): Locator {
    return this.page.getByRole('dialog').locator(`input[name="${name}"]:not([hidden])`);
  }

  async type(name: 'address' | 'name' | 'userName' | 'password', text: string): Promise<void> {
    if (this.hand === 'mouse') return this.field(name).fill(text);
    await this.field(name).focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  async fill(address: string, password = operator.password): Promise<void> {
    await this.open();
    await this.type('address', address);
    await this.page.locator('summary').press('Enter');
    await this.type('name', 'Depot');
    await this.type('userName', operator.name);
    await this.type('password', password);
  }

  async press(button: string): Promise<void> {
    const target = this.page.getByRole('button', { name: button, exact: true }).last();
    await expect(target).toBeEnabled();
    if (this.hand === 'mouse') return target.click();
    await target.focus();
    await this.page.keyboard.press('Enter');
  }

  async logIn(): Promise<void> {
    if (this.hand === 'mouse') return this.press(this.say.forms.add.logIn);
    await this.field('password').press('Enter');
  }
}

const places = (form: Form) =>
  Promise.all(
    [
      form.dialog,
      form.field('address'),
      form.field('userName'),
      form.field('password'),
      form.page.getByRole('button', { name: form.say.forms.add.logIn, exact: true }).last(),
    ].map((part) => part.boundingBox()),
  );

for (const language of ['en', 'ru'] as const)
  for (const hand of ['keyboard', 'mouse'] as const)
    test.describe(`a new server, in ${language}, by ${hand}`, () => {
      const say = words[language];
      test.use({ language });

      test('with a self-signed certificate and under /api works on the first attempt', async ({
        app,
        serve,
      }) => {
        const server = await serve({ https: true, switches: { prefix: '/api' } });
        const { page } = app;
        const form = new Form(page, say, hand);
        await form.fill(bare(server));
        await form.logIn();
        await form.press(say.forms.certificate.trust);
        await expect(form.dialog).toHaveCount(0);
        await expect(page.getByRole('row', { name: /^Depot, / })).toHaveCount(1);
        await expect(page.getByRole('region', { name: say.session.label })).toContainText(operator.realName);
        expect(basicSent(server)).toEqual(['/api/auth/login/']);
      });

      test('is in the list once its log-in has worked, and Cancel leaves nothing', async ({
        app,
        server,
      }) => {
        const { page } = app;
        const form = new Form(page, say, hand);
        await form.fill(server.base, 'not the password');
        await form.logIn();
        await expect(form.field('password')).toHaveAccessibleDescription(
          say.problems['wrong-password'].field,
        );
        await expect(form.field('password')).toBeFocused();
        await expect(form.field('name')).toHaveValue('Depot');
        await expect(form.field('userName')).toHaveValue(operator.name);
        await expect(page.getByRole('row', { name: /^Depot, / })).toHaveCount(0);
        await form.press(say.window.cancel);
        await expect(form.dialog).toHaveCount(0);
        const { rows } = await page.evaluate(
          async () => JSON.parse(await globalThis.window.bridge.readState()) as AppState,
        );
        expect(rows).toEqual([]);

        await form.fill(server.base);
        await form.logIn();
        await expect(form.dialog).toHaveCount(0);
        await expect(page.getByRole('row', { name: /^Depot, / })).toHaveCount(1);
      });

      test('moves nothing when the probe of its address ends', async ({ app, serve }) => {
        const servers = [
          (await serve({ https: true })).origin.replace('https://', ''),
          (await serve()).base,
          (await serve({ switches: { authType: 'face_and_password', activeDirectory: true } })).base,
        ];
        const { page } = app;
        const form = new Form(page, say, hand);
        await form.open();
        await expect(form.note).toContainText(say.forms.add.addressHint);
        // The dialog opens with an animation.
        await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
        const before = await places(form);
        for (const address of servers) {
          await form.type('address', address);
          await expect(form.note).not.toContainText(say.forms.add.addressHint);
          await expect(form.note).not.toContainText(say.forms.probe.asking);
          await expect(form.note).not.toBeEmpty();
          expect(await places(form)).toEqual(before);
        }
      });

      test('marks every missing field and focuses the first', async ({ app }) => {
        const { page } = app;
        const form = new Form(page, say, hand);
        await form.open();
        await form.press(say.forms.add.logIn);
        for (const name of ['address', 'userName', 'password'] as const)
          await expect(form.field(name)).toHaveAttribute('aria-invalid', 'true');
        await expect(form.field('address')).toBeFocused();
      });

      test('reports an invalid address while it is typed', async ({ app }) => {
        const { page } = app;
        const form = new Form(page, say, hand);
        await form.open();
        await form.type('address', 'ftp://10.0.4.7');
        await expect(form.note).toContainText('ftp');
        await expect(form.dialog.getByRole('alert')).toHaveCount(0);
      });

      test('may be cancelled during the request: no error, and the password stays', async ({
        app,
        server,
      }) => {
        server.switches.only('/auth/login/', { hang: true });
        const { page } = app;
        const form = new Form(page, say, hand);
        await form.fill(server.base);
        await form.logIn();
        await expect.poll(() => server.count('POST /auth/login/')).toBe(1);
        await form.press(say.window.cancel);
        await expect(form.dialog).toContainText(say.forms.add.cancelled);
        await expect(form.dialog.getByRole('alert')).toHaveCount(0);
        await expect(form.field('password')).toHaveValue(operator.password);
        await form.press(say.window.cancel);
        await expect(form.dialog).toHaveCount(0);
        await expect(page.getByRole('row', { name: /^Depot, / })).toHaveCount(0);
      });

      test('may be logged in to later, which can be cancelled too', async ({ app, server }) => {
        const { page } = app;
        const form = new Form(page, say, hand);
        await form.fill(server.base);
        await form.press(say.forms.add.saveOnly);
        await form.press(say.servers.logIn);
        const dialog = page.getByRole('dialog', { name: say.forms.login.title.replace('{{name}}', 'Depot') });
        await form.type('password', operator.password);
        server.switches.only('/auth/login/', { hang: true });
        await form.logIn();
        await expect.poll(() => server.count('POST /auth/login/')).toBe(1);
        await form.press(say.window.cancel);
        await expect(dialog).toContainText(say.forms.add.cancelled);
        await expect(dialog.getByRole('alert')).toHaveCount(0);
        await expect(form.field('password')).toHaveValue(operator.password);
      });

      test('gets another account while nobody has compared its certificate yet', async ({ app, serve }) => {
        const server = await serve({ https: true });
        const { page } = app;
        await page.evaluate(
          (draft) => globalThis.window.bridge.addProfile({ draft, finding: null }),
          sampleDraft({ address: server.base, name: 'Depot' }),
        );
        await page.getByRole('row', { name: /^Depot, / }).focus();
        await page.keyboard.press('Control+d');
        const form = new Form(page, say, hand);
        await expect(form.field('userName')).toBeFocused();
        await form.type('userName', operator.name);
        await form.type('password', operator.password);
        await form.logIn();
        await form.press(say.forms.certificate.trust);
        await expect(page.getByRole('dialog')).toHaveCount(0);
        const added = page.getByRole('row', { name: new RegExp(`^Depot \\(${operator.name}\\), `) });
        await expect(added.getByRole('button', { name: say.servers.copyHeader, exact: true })).toBeVisible();
      });

      test('gets another account with the same trust, asking only for the user', async ({ app, serve }) => {
        const server = await serve({ https: true });
        const { page } = app;
        const first = new Form(page, say, hand);
        await first.fill(bare(server));
        await first.logIn();
        await first.press(say.forms.certificate.trust);
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await expect(page.getByRole('row', { name: /^Depot, / })).toHaveCount(1);
        if (hand === 'keyboard') {
          await page.getByRole('row', { name: /^Depot, / }).focus();
          await page.keyboard.press('Control+d');
        } else {
          await page.getByRole('row', { name: /^Depot, / }).click({ button: 'right' });
          await new MainWindow(page).chooseEntry(say.servers.duplicate);
        }
        const title = say.forms.add.titleLike.replace('{{name}}', 'Depot');
        await expect(page.getByRole('dialog', { name: title })).toBeVisible();
        await expect(first.field('userName')).toBeFocused();
        await expect(first.field('address')).toHaveValue(server.origin);
        await page.keyboard.type('admin');
        await expect(first.field('name')).toHaveValue('Depot (admin)');
        await first.press(say.forms.add.saveOnly);
        await expect(page.getByRole('row', { name: /^Depot \(admin\), / })).toHaveCount(1);
        const { rows } = await page.evaluate(
          async () => JSON.parse(await globalThis.window.bridge.readState()) as AppState,
        );
        const [one, other] = rows.map(({ profile }) => profile.tls);
        expect(one?.mode).toBe('pin');
        expect(other).toEqual(one);
      });
    });

for (const language of ['en', 'ru'] as const)
  for (const hand of ['keyboard', 'mouse'] as const)
    test.describe(`a new server, in ${language}, by ${hand}`, () => {
      const say = words[language];

      ownAppTest(
        'under a company CA is added with the file of that CA',
        async ({ launch, serve, dataFolder }) => {
          const [root, stranger] = [issue('Harbour Root', { ca: true }), issue('Airport Root', { ca: true })];
          const leaf = issue('gate', { issuer: root, names: ['127.0.0.1'] });
          const server = await serve({ certificate: { key: leaf.key, cert: leaf.chain } });
          const { page, electron } = await launch({ language });
          const file = join(dataFolder, 'authority.pem');
          await electron.evaluate(({ dialog }, path) => {
            dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
          }, file);
          const form = new Form(page, say, hand);
          await form.fill(bare(server));
          await form.logIn();

          await writeFile(file, stranger.cert);
          await form.press(say.connection.chooseAuthority);
          const comparison = page.getByRole('dialog', { name: say.connection.authorityTitle });
          await expect(comparison).toContainText('Airport Root');
          await form.press(say.connection.trustAuthority);
          await expect(comparison.getByRole('alert')).toBeVisible();
          expect(server.requests, 'which does not vouch for this server').toEqual([]);

          await writeFile(file, root.cert);
          await form.press(say.connection.chooseOther);
          await expect(comparison).toContainText('Harbour Root');
          await form.press(say.connection.trustAuthority);
          await expect(form.dialog).toHaveCount(0);
          await expect(page.getByRole('row', { name: /^Depot, / })).toHaveCount(1);
          await expect(page.getByRole('region', { name: say.session.label })).toContainText(
            operator.realName,
          );
          expect(basicSent(server)).toEqual(['/auth/login/']);
          const { rows } = await page.evaluate(
            async () => JSON.parse(await globalThis.window.bridge.readState()) as AppState,
          );
          expect(rows).toMatchObject([{ profile: { tls: { mode: 'ca', fingerprint: printOf(root.cert) } } }]);
        },
      );
    });
