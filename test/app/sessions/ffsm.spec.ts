import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { answerQuestions, askedQuestions } from '../../support/app/native-questions.ts';
import { test } from '../../support/app/second-start.ts';
import { ffsmScript, run } from '../../support/cli/run-program.ts';

test('ffsm gets a token once a person has turned it on and allowed the program', async ({
  app,
  server,
  desktop,
  startAgain,
}) => {
  const ffsm = (...args: readonly string[]) => run('sh', [ffsmScript, ...args], desktop);
  const { window } = app;
  await window.addAndLogIn({
    ...{ address: server.base, name: 'Airport', userName: operator.name, password: operator.password },
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
  const { code, out } = await ffsm('header', 'air');
  expect(code).toBe(0);
  expect(out).toMatch(/^Authorization: Token [0-9a-f]{64}\n$/);
  const [, token = ''] = /Token ([0-9a-f]{64})/.exec(out) ?? [];
  const asked = await askedQuestions(app.electron);
  expect(asked.at(-1)).toMatchObject({
    message: 'Let node read the token of “Airport”?',
    buttons: ['Allow Once', 'Allow for 1 Hour', 'Allow Until Lock', 'Deny'],
    defaultId: 3,
    cancelId: 3,
  });
  await answerQuestions(app.electron, 'cancel');
  expect(await ffsm('token', 'Airport')).toMatchObject({ code: 6, out: '' });
  await window.openTool('journal');
  await expect(app.page.getByText('Token read by a program')).toBeVisible();
  expect(app.printed()).not.toContain(token);
});
