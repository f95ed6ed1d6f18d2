import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { builtInFormats } from '../../../contract/core/copy-format.ts';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';
import { eavesdrop, heapOf } from '../../support/app/eavesdropper.ts';
import { filesHolding, holds, processesHolding } from '../../support/canary.ts';

test.describe('a secret', () => {
  test('stays in the main process during normal use', { tag: ['@row-139', '@row-140'] }, async ({
    launch,
    server,
    dataFolder,
    otherProgram,
  }) => {
    const first = await launch();
    const { window, page } = first;
    const heard = await eavesdrop(first.electron);
    await window.addAndLogIn({
      address: server.base,
      name: 'Airport',
      userName: operator.name,
      password: operator.password,
    });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await window.button('Copy header', window.row('Airport')).click();
    await expect(window.clipboard).toContainText('Header copied');
    const token = (await otherProgram.paste()).replace('Authorization: Token ', '');
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    await window.button('Check all').click();
    await window.chooseFromMenu('Airport', 'Check now');
    await expect(window.details).toContainText(operator.realName);

    const messages = await heard();
    expect(messages).toContain('answer to copySession');
    expect(holds(messages, token)).toBe(false);
    // The password is sent once, from the page to main, and never back.
    expect(messages.split('\n').filter((line) => holds(line, operator.password))).toHaveLength(1);

    const heap = await heapOf(page);
    expect(heap).toContain(operator.realName);
    expect(holds(heap, token)).toBe(false);
    expect(holds(heap, operator.password)).toBe(false);
    expect(await page.content()).not.toContain(token);

    await first.close();
    expect(await readFile(join(dataFolder, 'vault.json'), 'utf8')).toContain('records');
    const hits = [
      ...(await filesHolding(dataFolder, token)),
      ...(await filesHolding(dataFolder, operator.password)),
    ];
    test.info().annotations.push({ type: 'measured', description: `canary hits: ${hits.length}` });
    expect(hits).toEqual([]);
    expect(holds(first.printed(), token)).toBe(false);
    expect(holds(first.printed(), operator.password)).toBe(false);
  });

  test('is not in the arguments of any process', async ({ app, window, server }) => {
    await window.addAndLogIn({
      address: server.base,
      name: 'Airport',
      userName: operator.name,
      password: operator.password,
    });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    const ids = await app.electron.evaluate(({ app: electron }) =>
      electron.getAppMetrics().map(({ pid }) => pid),
    );
    const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
    expect(lines.join('')).toContain('--type=renderer');
    expect(holds(lines.join('\n'), operator.password)).toBe(false);
  });

  test('that is copied in every format is in no arguments, environment, file of the app or history of a shell', async ({
    app,
    window,
    server,
    dataFolder,
    otherProgram,
  }) => {
    await window.addAndLogIn({
      address: server.base,
      name: 'Airport',
      userName: operator.name,
      password: operator.password,
    });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await window.button('Copy header', window.row('Airport')).click();
    await expect(window.clipboard).toContainText('Header copied');
    const token = (await otherProgram.paste()).slice(-64);
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    for (const format of builtInFormats) {
      const copied = await app.page.evaluate(async (asked) => {
        const { bridge } = globalThis.window;
        const profileId = JSON.parse(await bridge.readState()).rows[0].profile.id;
        return bridge.copySession({ profileId, anyway: false, format: asked });
      }, format);
      expect(copied, format).toMatchObject({ ok: true });
      if (format !== 'curl-stdin') expect(await otherProgram.paste(), format).toContain(token);
      expect(await processesHolding(token), format).toEqual([]);
    }
    expect(await filesHolding(dataFolder, token)).toEqual([]);
    for (const history of ['.bash_history', '.zsh_history', '.python_history', '.node_repl_history'])
      expect(holds(await readFile(join(homedir(), history)).catch(() => ''), token), history).toBe(false);
  });

  test('cannot be read by the page, whatever it calls', { tag: ['@row-138'] }, async ({ window, server }) => {
    await window.addAndLogIn({
      address: server.base,
      name: 'Airport',
      userName: operator.name,
      password: operator.password,
    });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    const answers = await window.page.evaluate(async () => {
      const state = JSON.parse(await globalThis.window.bridge.readState());
      const profileId = state.rows[0]?.profile.id;
      if (!profileId) throw new Error('no profile');
      return JSON.stringify([state, await globalThis.window.bridge.readDetails({ profileId })]);
    });
    expect(answers).not.toMatch(/[0-9a-f]{64}/);
  });
});
