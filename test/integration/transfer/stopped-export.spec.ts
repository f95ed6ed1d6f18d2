import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Calls } from '../../../contract/bridge.ts';
import type { RunKind } from '../../../contract/profiles/many.ts';
import { answersOf } from '../../support/answers.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const servers = 5_000;

async function addServers(app: HeadlessApp): Promise<void> {
  const drafts = Array.from({ length: servers }, (_, number) =>
    sampleDraft({ address: `https://10.${number >> 8}.1.${number & 255}`, name: `Server ${number}` }),
  );
  await app.parts.profileEditor.addAll(drafts.map((draft) => ({ draft, brought: {} })));
}

/** A folder with the file that is about to be replaced. */
async function olderFile(app: HeadlessApp): Promise<string> {
  const folder = await freshFolder();
  app.files.chosen = join(folder, 'servers.json');
  await writeFile(app.files.chosen, 'older');
  return folder;
}

/** Calls `act` as soon as so many steps of a run are done; returns the steps that were shown. */
function atStep(app: HeadlessApp, kind: RunKind, step: number, act: () => void): readonly number[] {
  const shown: number[] = [];
  app.parts.live.watch(({ runs }) => {
    const run = runs?.find((one) => one.kind === kind);
    if (!run) return;
    shown.push(run.done / run.count);
    if (run.done === step) act();
  });
  return shown;
}

const kinds: Readonly<Record<'export' | 'back-up', (calls: Calls, app: HeadlessApp) => Promise<unknown>>> = {
  export: (calls, app) =>
    calls.exportProfiles({
      profileIds: app.parts.live.rows().map(({ profile }) => profile.id),
      withPins: true,
    }),
  'back-up': (calls) => calls.backUp({ passphrase: 'seven calm cranes' }),
};

describe.for(['export', 'back-up'] as const)('a file written by %s', { timeout: 60_000 }, (kind) => {
  test('shows how far it is', async ({ app }) => {
    await addServers(app);
    const folder = await olderFile(app);
    const shown = atStep(app, kind, -1, () => undefined);
    expect(await kinds[kind](answersOf(app), app)).toMatchObject({ value: { profiles: servers } });
    expect(shown.length).toBeGreaterThan(20);
    expect([shown[0], shown.at(-1)]).toEqual([0, 1]);
    expect(shown).toEqual(shown.toSorted((one, other) => one - other));
    expect(app.parts.live.read().runs).toEqual([]);
    expect(await readdir(folder)).toEqual(['servers.json']);
  });

  // While its first steps are done, in the middle of the file, and just before it would replace the older one.
  for (const step of [0, 30, 'last'] as const)
    test(`leaves nothing when it is stopped at step ${step}`, async ({ app }) => {
      await addServers(app);
      const folder = await olderFile(app);
      const calls = answersOf(app);
      const count = kind === 'export' ? 20 : 40;
      const at = step === 'last' ? count : (step * count) / 40;
      atStep(app, kind, at, () => void calls.stopRun({ kind }));
      expect(await kinds[kind](calls, app)).toEqual({ ok: true, value: 'stopped' });
      expect(await readdir(folder)).toEqual(['servers.json']);
      expect(await readFile(join(folder, 'servers.json'), 'utf8')).toBe('older');
      const noted = await app.parts.journal.readAll({ profileId: null, kind: null, text: '' });
      expect(noted.map(({ what }) => what)).not.toContain(kind === 'export' ? 'exported' : 'backed-up');
    });

  test('leaves nothing when the window is locked meanwhile', async ({ app }) => {
    await addServers(app);
    const folder = await olderFile(app);
    atStep(app, kind, 1 + (kind === 'export' ? 0 : 20), () => void app.parts.appLock.lock('idle'));
    expect(await kinds[kind](answersOf(app), app)).toEqual({ ok: true, value: 'stopped' });
    expect(await readdir(folder)).toEqual(['servers.json']);
    expect(await readFile(join(folder, 'servers.json'), 'utf8')).toBe('older');
  });
});
