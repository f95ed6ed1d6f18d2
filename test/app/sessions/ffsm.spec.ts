import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { answerQuestions, askedQuestions } from '../../support/app/native-questions.ts';
import { test } from '../../support/app/second-start.ts';
import { ffsmScript, run } from '../../support/cli/run-program.ts';

const credentials = { userName: operator.name, password: operator.password };

/** What comes sooner is no answer, in ms. */
const soonest = 600;

/** The window with the question whether a program may use a token. */
async function consentOf(electron: ElectronApplication): Promise<Page> {
  const isQuestion = (page: Page) => page.url().startsWith('app://bundle/consent.html');
  await expect.poll(() => electron.windows().some(isQuestion)).toBe(true);
  const page = electron.windows().find(isQuestion);
  if (page === undefined) throw new Error('The question is gone');
  await expect(page.getByRole('heading')).toBeVisible();
  return page;
}

test('ffsm gets a token once a person has turned it on and allowed the program', async ({
  app,
  server,
  desktop,
  startAgain,
}) => {
  const ffsm = (...args: readonly string[]) => run('sh', [ffsmScript, ...args], desktop);
  const { window } = app;
  await window.addAndLogIn({
    ...{ address: server.base, name: 'Airport', ...credentials },
  });
  // What ffsm does if nobody listens.
  await answerQuestions(app.electron, 'cancel');
  await startAgain('--ffsm');
  await expect.poll(() => askedQuestions(app.electron)).toHaveLength(1);
  expect(await askedQuestions(app.electron)).toMatchObject([
    { message: 'Let programs ask for tokens with ffsm?', defaultId: 1 },
  ]);
  await answerQuestions(app.electron, 'confirm');
  await startAgain('--ffsm');
  await expect.poll(() => ffsm('status')).toMatchObject({ code: 0, out: 'Not locked, 1 server.\n' });
  const asking = ffsm('header', 'air');
  const question = await consentOf(app.electron);
  await expect(question.getByRole('heading')).toHaveText('Let node read the token of “Airport”?');
  await expect(question.getByText(operator.name, { exact: true })).toBeVisible();
  await expect(question.getByRole('button', { name: 'Deny' })).toBeFocused();
  await pause(soonest);
  await question.getByRole('radio', { name: /^For 1 hour until/ }).check();
  await question.getByRole('button', { name: 'Allow for 1 hour' }).click();
  const { code, out } = await asking;
  expect(code).toBe(0);
  expect(out).toMatch(/^Authorization: Token [0-9a-f]{64}\n$/);
  const [, token = ''] = /Token ([0-9a-f]{64})/.exec(out) ?? [];
  await expect(app.page.locator('[data-pane="status"]')).toContainText(
    'node can read the token of Airport until',
  );
  await app.page.locator('[data-pane="status"]').getByRole('button', { name: 'Stop' }).click();
  // Enter, which a person may be typing, denies.
  const refused = ffsm('token', 'Airport');
  const again = await consentOf(app.electron);
  await pause(soonest);
  // The window is gone before the key is released.
  await again.keyboard.press('Enter').catch(() => undefined);
  expect(await refused).toMatchObject({ code: 6, out: '' });
  await window.openTool('journal');
  await expect(app.page.getByText('Token read by a program')).toBeVisible();
  expect(app.printed()).not.toContain(token);
});

test('curl without the token is pasted as ffsm curl, and the server accepts it', async ({
  launch,
  server,
  desktop,
  dataFolder,
  startAgain,
  otherProgram,
}) => {
  const programs = join(dataFolder, 'bin');
  await mkdir(programs);
  await symlink(ffsmScript, join(programs, 'ffsm'));
  const terminal = { ...desktop, PATH: `${programs}:${desktop.PATH}` };
  const app = await launch({ env: { PATH: terminal.PATH } });
  const { page, window } = app;
  await window.addAndLogIn({ address: server.base, name: 'Airport', ...credentials });
  const copyCurl = async () => {
    await window.row('Airport').click();
    await page.keyboard.press('Shift+Enter');
    await page.getByRole('option', { name: 'curl, without the token' }).click();
  };

  // Nobody has turned ffsm on: the command waits for the header.
  await copyCurl();
  await expect.poll(() => otherProgram.paste()).toMatch(/^curl -q -H '@-' /);
  await page.keyboard.press('Escape');
  await expect(window.dialogs).toHaveCount(0);

  await answerQuestions(app.electron, 'confirm');
  await startAgain('--ffsm');
  await expect.poll(() => run('sh', ['-c', 'ffsm status'], terminal)).toMatchObject({ code: 0 });
  await copyCurl();
  await expect.poll(() => otherProgram.paste()).toBe("ffsm curl 'Airport' '/users/me/'");
  const answer = run('sh', ['-c', await otherProgram.paste()], terminal);
  const question = await consentOf(app.electron);
  await pause(soonest);
  await question.getByRole('button', { name: 'Allow' }).click();
  const { code, out } = await answer;
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ name: operator.name });
});
