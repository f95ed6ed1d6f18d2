import { expect } from '@playwright/test';
import { admin, operator } from '../../emulator/default-users.ts';
import type { Person } from '../../emulator/world/people.ts';
import { test } from '../../support/app/app.ts';
import { answerQuestions, askedQuestions } from '../../support/app/native-questions.ts';
import { filesHolding } from '../../support/canary.ts';

/** A token from a log-in outside the app. */
async function madeElsewhere(base: string, { name, password }: Person): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const body = JSON.stringify({ uuid: `script of ${name}` });
  const answer = await fetch(`${base}/auth/login/`, { method: 'POST', headers, body });
  return ((await answer.json()) as { token: string }).token;
}

test('a token from the clipboard is recognized, checked and stored without being shown', async ({
  app,
  server,
  otherProgram,
  dataFolder,
}) => {
  const { window, page } = app;
  const [own, others] = [await madeElsewhere(server.base, operator), await madeElsewhere(server.base, admin)];
  await window.addOnly({ address: server.base, name: 'Airport', userName: operator.name });
  server.forgetRequests();
  await window.chooseFromMenu('Airport', 'Paste token…');
  const read = window.button('Read the clipboard', window.dialog);

  for (const [text, says] of [
    ['0123456789abcdef0123456789abcdef', 'external detector or camera'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'FindFace Lite'],
    ['A0B1-C2D3', 'Enterprise Server SDK'],
    ['Bearer abc', 'Bearer'],
  ] as const) {
    await otherProgram.copy(text);
    await read.click();
    await expect(window.dialog.getByRole('alert')).toContainText(says);
  }
  await otherProgram.copy('perhaps-a-password');
  await answerQuestions(app.electron, 'cancel');
  await read.click();
  await expect.poll(() => askedQuestions(app.electron)).toHaveLength(1);
  await expect(read).toBeVisible();
  await expect(window.dialog.getByRole('alert')).toHaveCount(0);
  expect(server.requests).toEqual([]);
  await answerQuestions(app.electron, 'confirm');
  await read.click();
  await expect(window.dialog.getByRole('alert')).toContainText('rejected this token');
  expect(server.count('/users/me/')).toBe(1);

  await otherProgram.copy(`Authorization: Token ${others}`);
  await read.click();
  await expect(window.dialog).toContainText(`belongs to ${admin.name} (${admin.realName})`);
  await page.keyboard.press('Escape');
  await expect(window.row('Airport')).toHaveAccessibleName(/logged out/i);

  await otherProgram.copy(`Authorization: Token ${own}\n`);
  await window.chooseFromMenu('Airport', 'Paste token…');
  await page.keyboard.press('Enter');
  await expect(window.dialog).toContainText('Token saved.');
  await window.button('Clear clipboard', window.dialog).click();
  await expect(window.dialog).toContainText('no longer on the clipboard');
  expect(await otherProgram.paste()).toBe('');
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(own);
  await window.button('Close', window.dialog).click();
  await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
  await window.row('Airport').click();
  await expect(window.details).toContainText('pasted token');
  expect(await filesHolding(dataFolder, own)).toEqual([]);
  expect(app.printed()).not.toContain(own);
});
