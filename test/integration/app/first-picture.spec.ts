import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { AppState } from '../../../contract/state.ts';
import type { AppDeps } from '../../../main/app/app-deps.ts';
import { pictureState } from '../../../main/app/first-picture.ts';
import { policyInForce } from '../../../main/policy/policy.ts';
import { seedProfiles } from '../../bench/seed.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const name = 'first-picture.json';
const passphrase = 'seven calm cranes';

/** The app on the files of another one, with a long list. */
async function withLongList(first: HeadlessApp, count = 400): Promise<HeadlessApp> {
  await first.parts.close();
  await seedProfiles(first.folder, count);
  return first.restart();
}

const isThere = async ({ folder }: HeadlessApp): Promise<boolean> => (await readdir(folder)).includes(name);

describe('the first picture', () => {
  test('is taken at quit, and the next start shows it as the parts begin', async ({ app: first }) => {
    const app = await withLongList(first);
    await app.parts.close();
    const picture = pictureState(app.deps);
    const states: AppState[] = [];
    const again = await app.restart({}, (parts) => void states.push(parts.live.read()));
    const [whole] = states;
    if (!picture || !whole) throw new Error('There is no state');
    const { rows, outline, revision, ...rest } = picture;
    const wanted = new Set(rows.map(({ profile }) => profile.id));
    expect(rows).toHaveLength(100);
    expect(rows.toSorted(byId)).toEqual(
      whole.rows.filter(({ profile }) => wanted.has(profile.id)).toSorted(byId),
    );
    expect(outline?.count).toBe(400);
    expect(revision).toBeLessThan(whole.revision);
    expect(rest).toEqual(expect.objectContaining({ settings: whole.settings, lock: { kind: 'open' } }));
    expect(again.parts.live.rows()).toHaveLength(400);
  });

  const isUsed = (deps: AppDeps): boolean => pictureState(deps) !== null;

  test.for<[string, (app: HeadlessApp) => Promise<AppDeps>]>([
    [
      'another list',
      async ({ deps, folder }) => {
        await appendFile(join(folder, 'profiles.json'), ' ');
        return deps;
      },
    ],
    [
      'another vault',
      async ({ deps, folder }) => {
        await appendFile(join(folder, 'vault.json'), ' ');
        return deps;
      },
    ],
    [
      'a torn text',
      async ({ deps, folder }) => {
        const text = await readFile(join(folder, name), 'utf8');
        await writeFile(join(folder, name), text.slice(0, -10));
        return deps;
      },
    ],
    [
      'a changed text',
      async ({ deps, folder }) => {
        const text = await readFile(join(folder, name), 'utf8');
        await writeFile(join(folder, name), text.replace('Airport', 'Harbour'));
        return deps;
      },
    ],
    ['another version', async ({ deps }) => ({ ...deps, appVersion: '0.0.1' })],
    ['a lock at quit', async ({ deps }) => ({ ...deps, settings: { ...deps.settings, lockOnQuit: true } })],
    [
      'presentation mode',
      async ({ deps }) => ({ ...deps, settings: { ...deps.settings, presentation: true } }),
    ],
    ['another order', async ({ deps }) => ({ ...deps, settings: { ...deps.settings, sortOrder: 'recent' } })],
    [
      'a policy with servers',
      async ({ deps }) => {
        const server = { address: { origin: 'https://a.example', basePath: '' } };
        const policy = { ...policyInForce(deps.policy), servers: [server] };
        return { ...deps, policy: { kind: 'policy', policy } } as unknown as AppDeps;
      },
    ],
  ])('is not used, and goes, after %s', async ([, change], { app: first }) => {
    const app = await withLongList(first);
    await app.parts.close();
    expect(await isThere(app)).toBe(true);
    const deps = await change(app);
    expect(isUsed(deps)).toBe(false);
    expect(await isThere(app)).toBe(false);
  });

  test('goes as soon as a profile is removed', async ({ app: first }) => {
    const app = await (await withLongList(first)).restart();
    expect(await isThere(app)).toBe(true);
    const id = app.parts.live.rows()[0]?.profile.id;
    if (id !== undefined) await app.parts.profileRemoval.remove(id, false);
    expect(await isThere(app)).toBe(false);
  });

  test('is not taken of a locked window', async ({ app: first }) => {
    const app = await (await withLongList(first)).restart();
    await app.parts.appLock.lock('asked');
    await app.parts.close();
    expect(await isThere(app)).toBe(false);
  });

  test('is not taken if only a passphrase opens the vault', async ({ app: first }) => {
    first.cipher.ready = false;
    const app = await withLongList(first);
    await app.parts.vault.access.setPassphrase(passphrase, null);
    await app.parts.close();
    expect(await app.parts.vault.access.needsPassphrase()).toBe(true);
    expect(await isThere(app)).toBe(false);
  });

  test('is not taken of a short list', async ({ app: first }) => {
    const app = await withLongList(first, 50);
    await app.parts.close();
    expect(await isThere(app)).toBe(false);
  });
});

function byId(one: AppState['rows'][number], other: AppState['rows'][number]): number {
  return one.profile.id < other.profile.id ? -1 : 1;
}
