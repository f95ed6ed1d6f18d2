import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { CliSwitch } from '../../../main/cli/cli-switch.ts';
import { test } from '../../support/cli/cli-rig.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';

describe('the setting for ffsm', () => {
  test('says that the app cannot listen, until it is turned off or it can', async ({ rig }) => {
    const { parts, deps } = rig.app;
    const folder = join(await freshFolder(), 'ffsm');
    await mkdir(folder);
    await chmod(folder, 0o777);
    const path = join(folder, 'socket');
    await rig.cli.close();
    const cliSwitch = new CliSwitch({
      ...{ ...deps, ...parts, path },
      log: () => undefined,
      create: async () => rig.cli,
      turnOn: async () => undefined,
      showMainWindow: () => undefined,
    });
    const notices = () => parts.live.read().notices.map(({ code }) => code);
    const turn = (commandLine: boolean) => {
      parts.applySettings({ ...parts.live.read().settings, commandLine });
      return cliSwitch.follow();
    };
    await turn(true);
    expect(parts.live.read().notices).toMatchObject([{ code: 'ffsm-not-answered', file: path }]);
    await turn(false);
    expect(notices()).toEqual([]);
    await turn(true);
    await turn(true);
    expect(notices()).toEqual(['ffsm-not-answered']);
    await chmod(folder, 0o700);
    await turn(true);
    expect(notices()).toEqual([]);
    await cliSwitch.stop();
  });
});
