import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { html } from '../../emulator/http/answer.ts';
import { test } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';
import { answerQuestions, askedQuestions } from '../../support/app/native-questions.ts';
import { openWebWindow } from '../../support/app/web-windows.ts';

const page = `<!doctype html><title>Reports</title>
<a href="/other" target="_blank">another page</a>
<button id="notify">notify</button>
<script>
  notify.onclick = () => Notification.requestPermission().then((state) => (notify.textContent = state));
</script>`;

const report =
  '<!doctype html><title>Other</title><a href="data:text/csv,a" download="report.csv">report</a>';

test('what a person presses in a page is done: another page of the server, a file, a permission', async ({
  app,
  server,
  dataFolder,
}) => {
  server.rewrite('GET /', () => html(200, page));
  server.rewrite('GET /other', () => html(200, report));
  const ids = await addServers(app.page, server, [{ name: 'Depot' }]);
  const [id] = [...ids.values()];
  if (!id) throw new Error('There is no profile');
  const { view } = await openWebWindow(app, id, server.origin);
  const windows = app.electron.windows().length;

  await answerQuestions(app.electron, 'confirm');
  await view.getByRole('button', { name: 'notify' }).click();
  await expect(view.getByRole('button', { name: 'granted' })).toBeVisible();
  expect((await askedQuestions(app.electron)).map(({ message }) => message)).toEqual([
    'Let the page of “Depot” show notifications?',
  ]);

  await view.getByRole('link', { name: 'another page' }).click();
  await expect.poll(() => view.url()).toBe(`${server.origin}/other`);
  expect(app.electron.windows()).toHaveLength(windows);

  const path = join(dataFolder, 'report.csv');
  await app.electron.evaluate(
    ({ webContents }, { origin, savePath }) => {
      const one = webContents.getAllWebContents().find((found) => found.getURL().startsWith(origin));
      one?.session.on('will-download', (_event, item) => item.setSavePath(savePath));
    },
    { origin: server.origin, savePath: path },
  );
  await view.getByRole('link', { name: 'report' }).click();
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toBe('a');
});
