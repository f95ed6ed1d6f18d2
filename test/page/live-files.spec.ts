import { expect } from '@playwright/test';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { LiveFile } from '../../contract/sessions/live-files.ts';
import { sampleRows } from '../support/fake-bridge/sample-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';

const [airport] = sampleRows(Date.now());
const profileId = airport?.profile.id ?? ('' as ProfileId);

const pipe: LiveFile = {
  ...{ id: '000000000001', profileId, kind: 'ask', format: 'env', path: '/home/ann/one/live.env' },
  ...{ state: { kind: 'ready' }, lastRead: null },
};
const file: LiveFile = {
  ...pipe,
  id: '000000000002',
  kind: 'file',
  format: 'json',
  path: '/home/ann/two.json',
};

/** Opens the dialog for the first server. */
const opening = async ({ window, page }: ShownPage) => {
  await window.row('Airport T2').click();
  await page.keyboard.press('F8');
};

testDialogs([
  {
    name: 'Live environment files',
    of: 'live-files/live-files-dialog.tsx',
    open: opening,
    focus: ['button', /^\.env lines/],
    shows: [
      /no token while you’re logged out/,
      'Named pipe, ask about each new program',
      /Nothing is stored/,
    ],
    sends: {
      call: 'addLiveFile',
      button: 'Choose location…',
      request: { kind: 'ask', format: 'env' },
      refusals: [
        { problem: { code: 'live-file-exists' }, says: /never overwritten/ },
        { problem: { code: 'live-file-folder-open' }, says: /Other users of this computer/ },
        { problem: { code: 'live-file-not-made' }, says: /Choose another folder, or try again/ },
      ],
      done: /waiting for a reader/,
    },
  },
]);

test.describe('live files', () => {
  test('say what they do, and are removed', async ({ show }) => {
    const now = Date.now();
    const on = await show({
      state: {
        liveFiles: [
          { ...pipe, lastRead: { at: now - 120_000, program: 'node', given: true } },
          { ...file, state: { kind: 'stopped', why: 'foreign' } },
        ],
      },
    });
    await opening(on);
    const { dialog } = on.window;
    await expect(dialog).toContainText('.env lines · waiting for a reader · read by node 2 min ago');
    await expect(dialog).toContainText('JSON · changed by another program, left as is');
    await on.window.button('Create /home/ann/two.json again', dialog).click();
    await expect(dialog).toContainText('JSON · contains the token');
    await on.window.button('Show /home/ann/one/live.env in its folder', dialog).click();
    await on.window.button('Remove /home/ann/one/live.env', dialog).click();
    await expect(dialog).not.toContainText('live.env');
    expect(await on.asked('mendLiveFile')).toEqual([{ fileId: file.id }]);
    expect(await on.asked('showLiveFile')).toEqual([{ fileId: pipe.id }]);
    expect(await on.asked('removeLiveFile')).toEqual([{ fileId: pipe.id }]);
  });

  test('stand in the status bar and in the details', async ({ show }) => {
    const on = await show({ state: { liveFiles: [pipe, file] } });
    const bar = on.page.locator('[data-pane="status"]');
    await expect(bar).toContainText('2 live files');
    await on.window.row('Airport T2').click();
    await on.window.details.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(on.window.dialog).toContainText('/home/ann/two.json');
    await on.page.keyboard.press('Escape');
    await bar.getByRole('button', { name: 'Remove all' }).click();
    await expect(bar).not.toContainText('live file');
    expect(await on.asked('removeLiveFile')).toHaveLength(2);
  });
});
