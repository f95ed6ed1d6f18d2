import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupContent, readBackupContent } from '../../../../main/transfer/formats/backup.ts';
import { readFile } from '../../../../main/transfer/formats/detect.ts';
import { ownListText } from '../../../../main/transfer/formats/own-list.ts';
import { planImport } from '../../../../main/transfer/import-plan.ts';
import { profiles } from '../../../support/fixtures/entries.ts';
import { sampleProfile } from '../../../support/fixtures/profile.ts';

const itemsOf = async (text: string) => {
  const read = await readFile(Buffer.from(text));
  if (!read.ok || read.value.kind !== 'list') throw new Error('not a list');
  return read.value.list.items;
};
const rowsOf = (all: readonly ReturnType<typeof sampleProfile>[]) =>
  all.map((profile) => ({ profile, session: { phase: 'logged-out' } as const }));

describe('a hand-over file', () => {
  test('holds what everybody may know, and certificates only if asked for', () => {
    const tls = { mode: 'pin', fingerprint: 'ab'.repeat(32), trustedAt: 1_234_567 } as const;
    const profile = sampleProfile({ tls, favourite: true });
    const entry = {
      name: 'Lobby',
      address: 'https://10.0.4.7',
      userName: 'admin',
      tags: ['north'],
      environment: 'production',
      favourite: true,
    };
    const head = { fmt: 'ffsm-hand-over', v: 1, minReader: 1 };
    expect(JSON.parse(ownListText([profile], false))).toEqual({ ...head, profiles: [entry] });
    expect(JSON.parse(ownListText([{ ...profile, hidden: true }], false)).profiles).toEqual([
      { ...entry, hidden: true },
    ]);
    const withPin = { ...entry, pin: tls.fingerprint };
    expect(JSON.parse(ownListText([profile], true))).toEqual({ ...head, profiles: [withPin] });
  });

  test('imported where it came from changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, fc.boolean(), async (all, withPins) => {
        fc.pre(all.length > 0);
        const plan = planImport(await itemsOf(ownListText(all, withPins)), rowsOf(all));
        expect(plan.map(({ shown }) => shown.kind)).toEqual(all.map(() => 'same'));
        expect(plan.map(({ target }) => target?.id)).toEqual(all.map(({ id }) => id));
      }),
    );
  });

  test('imported into an empty list creates every profile', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, async (all) => {
        fc.pre(all.length > 0);
        const plan = planImport(await itemsOf(ownListText(all, true)), []);
        expect(plan.map(({ shown }) => [shown.kind, shown.name, shown.userName])).toEqual(
          all.map(({ name, userName }) => ['new', name, userName]),
        );
      }),
    );
  });
});

describe('the content of a backup', () => {
  test('brought back where it came from changes nothing but secrets', () => {
    fc.assert(
      fc.property(profiles, (all) => {
        fc.pre(all.length > 0);
        const content = backupContent(
          all.map((profile) => ({ profile, session: null, token: null, password: null, clientKey: null })),
        );
        const items = readBackupContent(JSON.parse(content)) ?? [];
        expect(planImport(items, rowsOf(all)).map(({ shown }) => shown.kind)).toEqual(all.map(() => 'same'));
      }),
    );
  });
});
