import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { answersOf } from '../../support/answers.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { test } from '../../support/headless-app.ts';

describe('an import that changes many servers', () => {
  test('shows how far it is, and leaves what it had not reached when it was stopped', async ({ app }) => {
    const addresses = Array.from({ length: 20 }, (_, number) => `https://10.1.0.${number}`);
    const drafts = addresses.map((address, number) => sampleDraft({ address, name: `Old ${number}` }));
    await app.parts.profileEditor.addAll(drafts.map((draft) => ({ draft, brought: {} })));
    app.files.chosen = join(app.folder, 'list.csv');
    const lines = addresses.map((address, number) => `New ${number},${address},ivanov`);
    await writeFile(app.files.chosen, ['name,address,user', ...lines].join('\n'));
    const calls = answersOf(app);
    const chosen = await calls.chooseImport();
    if (!chosen.ok || chosen.value?.kind !== 'plan') throw new Error('There is no plan');
    const { planId, entries } = chosen.value.plan;

    const shown: string[] = [];
    app.parts.live.watch(({ runs }) => {
      for (const { kind, done, count } of runs ?? []) shown.push(`${kind} ${done}/${count}`);
      if (shown.at(-1) === 'import 3/20') void calls.stopRun({ kind: 'import' });
    });
    const all = entries.map(({ entry }) => ({ entry, withPin: false, withSecrets: false }));
    const counts = await calls.importChosen({ planId, chosen: all });
    if (!counts.ok) throw new Error(counts.problem.code);
    const { added, changed, left, failed } = counts.value;
    expect(shown.slice(0, 4)).toEqual(['import 0/20', 'import 1/20', 'import 2/20', 'import 3/20']);
    expect([added, failed, changed + left]).toEqual([0, 0, 20]);
    expect(changed).toBeLessThan(6);
    const names = app.parts.live.rows().map(({ profile }) => profile.name);
    expect(names.filter((name) => name.startsWith('New'))).toHaveLength(changed);
    expect(app.parts.live.read().runs).toEqual([]);
  });
});
