import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { CopyFormat } from '../../../contract/core/copy-format.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { type Ran, runProgram } from '../../support/run-program.ts';

const shell = (text: string, input = '') => runProgram('/bin/sh', ['-c', text], { input });

async function copied(app: HeadlessApp, id: ProfileId, format: CopyFormat): Promise<string> {
  expect(await app.parts.sessionCopy.copy(id, false, format)).toMatchObject({ ok: true });
  return app.board.text;
}

type Use = (text: string, app: HeadlessApp, id: ProfileId) => Promise<Ran>;

/** For each program, what is done with the text; resolves with what it printed. */
const programs: readonly (readonly [CopyFormat, Use])[] = [
  [
    'curl-stdin',
    async (text, app, id) => {
      const header = await copied(app, id, 'header');
      expect(text).not.toContain(header.split(' ').at(-1));
      return shell(text, `${header}\n`);
    },
  ],
  ['curl', (text) => shell(text)],
  ['httpie', (text) => shell(text)],
  ['python', async (text, app) => runProgram('/usr/bin/python3', [await saved(app, 'copied.py', text)])],
  ['javascript', async (text, app) => runProgram(process.execPath, [await saved(app, 'copied.mjs', text)])],
  [
    'env',
    async (text, app) => {
      const ask = 'curl -q -s -H "Authorization: Token $FINDFACE_TOKEN" "$FINDFACE_URL/users/me/"';
      return shell(`. '${await saved(app, 'copied.env', text)}' && ${ask}`);
    },
  ],
];

async function saved({ folder }: HeadlessApp, name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

describe('a copied session', () => {
  for (const [format, use] of programs)
    test(`works as ${format} in the program that it is for`, async ({ app, server }) => {
      const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
      const text = await copied(app, id, format);
      server.forgetRequests();
      const { code, output } = await use(text, app, id);
      expect(code, output).toBe(0);
      expect(output).toContain(operator.name);
      expect(server.requests.filter(({ path }) => path === '/users/me/')).toHaveLength(1);
    });
});

describe('a template', () => {
  const template = { id: 'template-0123abcd', name: 'x', text: 'run {name} with {token}' } as const;

  test('is copied with the session filled in, and is gone once it is removed', async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    app.parts.live.change({ templates: [template] });
    const token = await copied(app, id, 'token');
    expect(await copied(app, id, template.id)).toBe(`run Airport with ${token}`);
    app.parts.live.change({ templates: [] });
    expect(await app.parts.sessionCopy.copy(id, false, template.id)).toEqual({
      ok: false,
      problem: { code: 'template-gone' },
    });
    await app.parts.manyChanges.change([id], { copyFormat: template.id });
    await app.parts.sessionCopy.copy(id, false);
    expect(app.board.text, 'the default is the header line again').toBe(`Authorization: Token ${token}`);
  });
});

describe('the format of a profile', () => {
  test('is copied unless another one is asked for, stays after a restart, and can be undone', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    await app.parts.manyChanges.change([id], { copyFormat: 'value' });
    await app.parts.sessionCopy.copy(id, false);
    expect(app.board.text).toMatch(/^Token [0-9a-f]{64}$/);
    expect(await copied(app, id, 'header')).toMatch(/^Authorization: /);
    const again = await app.restart();
    expect(again.row(id).profile.copyFormat).toBe('value');
    await again.parts.manyChanges.change([id], { copyFormat: 'header' });
    expect(again.row(id).profile).not.toHaveProperty('copyFormat');
  });
});
