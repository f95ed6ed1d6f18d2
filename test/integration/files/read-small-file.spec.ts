import { execFileSync } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SettingsFile } from '../../../main/electron/system/settings-file.ts';
import { readSmallFile } from '../../../main/files/read-small-file.ts';
import { readKeptSettings } from '../../../main/settings/settings.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';

describe('a small file at the start', () => {
  test('is read up to its limit, and no further', async () => {
    const path = join(await freshFolder(), 'small.json');
    expect(readSmallFile(path, 10)).toEqual({ kind: 'unreadable', code: 'ENOENT' });
    await writeFile(path, 'x'.repeat(10));
    expect(readSmallFile(path, 10)).toMatchObject({ kind: 'text', text: 'x'.repeat(10) });
    await writeFile(path, 'x'.repeat(11));
    expect(readSmallFile(path, 10)).toEqual({ kind: 'strange' });
  });

  test('of 400 MB, a folder or a FIFO instead of the settings counts as missing', async ({ skip }) => {
    const defaults = readKeptSettings(undefined);
    const large = await freshFolder();
    await writeFile(join(large, 'settings.json'), '');
    await truncate(join(large, 'settings.json'), 400_000_000);
    const before = process.memoryUsage().rss;
    expect(new SettingsFile(large).read()).toEqual(defaults);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    const folder = await freshFolder();
    await mkdir(join(folder, 'settings.json'));
    expect(new SettingsFile(folder).read()).toEqual(defaults);
    skip(process.platform === 'win32', 'Windows has no such pipes');
    const pipe = await freshFolder();
    execFileSync('mkfifo', [join(pipe, 'settings.json')]);
    expect(new SettingsFile(pipe).read()).toEqual(defaults);
  });
});
