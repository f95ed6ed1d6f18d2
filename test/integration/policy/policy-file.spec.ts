import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadPolicy, policyPath, readPreferences } from '../../../main/policy/policy-file.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { isRoot, lesserId, own } from '../../support/files/lesser-user.ts';

const owners = [process.getuid?.() ?? 0];
const good = '{ "version": 1, "locked": { "clearAfterSeconds": 10 } }';

/** The path of a policy file with this content, readable for everybody. */
async function policyFile(content = good): Promise<string> {
  const file = join(await freshFolder(), 'policy.json');
  await writeFile(file, content, { mode: 0o644 });
  return file;
}

function where(file: string): string {
  const found = loadPolicy(file, { owners });
  return found.kind === 'broken' ? found.where : found.kind;
}

describe('the policy file', () => {
  test('is read, and says where it was', async () => {
    const file = await policyFile();
    expect(loadPolicy(file, { owners })).toMatchObject({
      ...{ kind: 'policy', file },
      policy: { locked: { settings: { clearAfterSeconds: 10 } } },
    });
  });

  test('that is missing, or whose folder is, is none', async () => {
    const folder = await freshFolder();
    expect(where(join(folder, 'policy.json'))).toBe('none');
    expect(where(join(folder, 'no folder', 'policy.json'))).toBe('none');
    await writeFile(join(folder, 'file'), '');
    expect(where(join(folder, 'file', 'policy.json'))).toBe('none');
  });

  test('with a mistake is broken, and says where', async () => {
    const file = await policyFile('{ "version": 1, "lokced": {} }');
    expect(loadPolicy(file, { owners })).toEqual({ kind: 'broken', file, where: 'lokced' });
    expect(where(await policyFile(''))).toBe('JSON');
  });

  test('is where only administrators write', () => {
    expect(policyPath('linux', {})).toBe('/etc/findface-session-manager/policy.json');
    expect(policyPath('win32', { ProgramData: 'D:\\Data' })).toBe(
      'D:\\Data\\FindFace Session Manager\\policy.json',
    );
    expect(policyPath('darwin', {})).toMatch(/^\/Library\/.*policy\.json$/);
  });

  test('may be missing on Windows if the registry has the policy', async () => {
    const registry = { own: {}, defaults: {}, locked: { updates: 'off' } };
    const missing = join(await freshFolder(), 'policy.json');
    expect(loadPolicy(missing, { owners: null, registry })).toMatchObject({
      file: expect.stringContaining('HKLM'),
      policy: { locked: { settings: { updates: 'off' } } },
    });
    expect(loadPolicy(await policyFile(), { owners: null, registry })).toMatchObject({
      policy: { locked: { settings: { updates: 'off', clearAfterSeconds: 10 } } },
    });
  });

  test('has the same values in the managed preferences of macOS', () => {
    expect(readPreferences({})).toBeNull();
    expect(
      readPreferences({ version: 1, locked: { clearAfterSeconds: 0, savePasswords: false } }),
    ).toMatchObject({
      policy: { locked: { settings: { clearAfterSeconds: null, savePasswords: false } } },
    });
    expect(readPreferences({ version: 1, locked: 'all' })).toMatchObject({ kind: 'broken', where: 'locked' });
  });
});

describe('a policy file that cannot be trusted', () => {
  beforeEach(({ skip }) => skip(process.platform === 'win32', 'NOT TESTED HERE: Windows has no such rights'));

  test('because others may write it, is broken', async () => {
    const file = await policyFile();
    for (const mode of [0o666, 0o664, 0o646]) {
      await chmod(file, mode);
      expect(where(file), mode.toString(8)).toBe('permissions');
    }
    await chmod(file, 0o400);
    expect(where(file)).toBe('policy');
  });

  test('because of its owner, is broken, also behind a link', async ({ skip }) => {
    skip(!isRoot, 'NOT TESTED HERE: only root can give files away');
    const file = await policyFile();
    const link = join(await freshFolder(), 'policy.json');
    await symlink(file, link);
    expect(where(link)).toBe('policy');
    await own(file, lesserId);
    expect(where(file)).toBe('owner');
    expect(loadPolicy(file, { owners })).toMatchObject({ isFile: true });
    expect(where(link)).toBe('owner');
  });

  test('because it is a FIFO, a folder or a device, or too large, does not stop the start', async () => {
    const folder = await freshFolder();
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    await mkdir(join(folder, 'folder'));
    await symlink('/dev/zero', join(folder, 'endless'));
    for (const name of ['fifo', 'folder', 'endless'])
      expect(where(join(folder, name)), name).toBe('type or size');
    const large = await policyFile();
    await truncate(large, 400_000_000);
    expect(where(large)).toBe('type or size');
  });

  test('because its link leads nowhere or round, is no computer without a policy', async () => {
    const folder = await freshFolder();
    const target = await policyFile();
    await symlink(target, join(folder, 'nowhere'));
    await rm(target);
    expect(where(join(folder, 'nowhere'))).toBe('ENOENT');
    await symlink(join(folder, 'round'), join(folder, 'round'));
    expect(where(join(folder, 'round'))).toBe('ELOOP');
  });
});
