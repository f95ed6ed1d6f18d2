import { describe, expect, test } from 'vitest';
import { planImport } from '../../../main/transfer/import-plan.ts';
import { alive, entry, here, kept } from '../../support/fixtures/entries.ts';

const pin = 'ab'.repeat(32);
const shown = (...args: Parameters<typeof planImport>) => planImport(...args).map(({ shown }) => shown);

describe('the plan of an import', () => {
  test('takes for new what is not here, by server, user and name', () => {
    expect(shown([entry({ name: null, address: '10.0.4.9' })], [here()])).toEqual([
      {
        kind: 'new',
        entry: 0,
        ...{ name: '10.0.4.9', address: 'https://10.0.4.9', userName: 'admin' },
        ...{ pin: null, pinBefore: null, secrets: 'none' },
      },
    ]);
    // Another server with another user does not match by name.
    const stranger = entry({ name: 'lobby', address: '10.0.4.9', userName: 'guard' });
    expect(shown([stranger], [here()])).toMatchObject([{ kind: 'new', name: 'lobby 2' }]);
    expect(shown([entry({ userName: 'guard' })], [here()])).toMatchObject([
      { kind: 'changed', changes: [{ field: 'userName', after: 'guard' }] },
    ]);
    expect(shown([entry({ name: 'Other', userName: 'guard' })], [here()])[0]?.kind).toBe('new');
  });

  test('takes for the same what differs in nothing the file speaks of', () => {
    expect(shown([entry()], [here()])).toMatchObject([{ kind: 'same' }]);
    expect(shown([entry({ name: null })], [here({ name: 'My lobby' })])).toMatchObject([{ kind: 'same' }]);
    expect(
      shown([entry({ name: 'LOBBY', address: '10.0.4.7/#/cameras' })], [here({ name: 'LOBBY' })]),
    ).toMatchObject([{ kind: 'same' }]);
  });

  test('names every field that would change, with both values', () => {
    const incoming = entry({
      name: 'Hall',
      tags: ['a', 'b'],
      environment: 'test',
      favourite: true,
      notes: 'x\r\ny',
    });
    const [first] = shown([incoming], [here({ tags: [] })]);
    expect(first).toMatchObject({
      kind: 'changed',
      endsSession: false,
      changes: [
        { field: 'name', before: 'Lobby', after: 'Hall' },
        { field: 'tags', before: '', after: 'a, b' },
        { field: 'environment', before: 'production', after: 'test' },
        { field: 'favourite', before: 'no', after: 'yes' },
        { field: 'notes', before: '', after: 'x\ny' },
      ],
    });
  });

  test('does not remove notes that a file is silent about, and refuses those that are too long', () => {
    const noted = here({ notes: 'Rack 3' });
    expect(shown([entry({ notes: '' })], [noted])).toMatchObject([{ kind: 'same' }]);
    expect(shown([entry()], [noted])).toMatchObject([{ kind: 'same' }]);
    expect(shown([entry({ notes: 'x'.repeat(1_001) })], [noted])).toMatchObject([
      { kind: 'unusable', problem: { code: 'notes-too-long', longest: 1_000 } },
    ]);
  });

  test('finds a server that moved by its name, and says if that ends a session', () => {
    const moved = entry({ address: 'https://10.0.9.9' });
    const changes = [{ field: 'address', before: 'https://10.0.4.7', after: 'https://10.0.9.9' }];
    expect(shown([moved], [here()])).toMatchObject([{ kind: 'changed', changes, endsSession: false }]);
    expect(shown([moved], [here({}, alive())])).toMatchObject([{ kind: 'changed', endsSession: true }]);
    expect(shown([entry({ tags: ['x'] })], [here({}, alive())])).toMatchObject([{ endsSession: false }]);
  });

  test('prefers the profile of the same name where several are of the same user', () => {
    const rows = [here({ name: 'A' }), here({ name: 'B' })];
    const plan = planImport([entry({ name: 'C' }), entry({ name: 'B' })], rows);
    expect(plan[1]).toMatchObject({ shown: { kind: 'same' }, target: { name: 'B' } });
    expect(plan[0]).toMatchObject({ shown: { kind: 'changed' }, target: { name: 'A' } });
  });

  test('gives a new server a free name, as adding it would', () => {
    const items = [
      entry({ address: '10.0.4.8', name: 'Hall' }),
      entry({ address: '10.0.4.9', name: 'hall' }),
    ];
    const rows = [here({ name: 'HALL', address: { origin: 'https://1.2.3.4', basePath: '' } })];
    // The first one matches the server of that name; the second one gets a new name.
    expect(shown(items, rows)).toMatchObject([
      { kind: 'changed', name: 'Hall' },
      { kind: 'new', name: 'hall 2' },
    ]);
  });

  test('says of each entry that cannot be used why, and shows no password that is in it', () => {
    const items = [
      entry({ address: 'https://admin:bird-of-song@10.0.4.7/?token=bird-of-song', name: 'A' }),
      entry({ address: '', name: 'B', line: 12 }),
      entry({ userName: '', name: '\u202eC' }),
      entry(),
      entry({ name: 'lobby' }),
    ];
    const plan = shown(items, []);
    expect(plan).toMatchObject([
      { kind: 'unusable', address: 'https://…@10.0.4.7/', problem: { code: 'address-holds-credentials' } },
      { kind: 'unusable', problem: { code: 'address-missing' }, line: 12 },
      { kind: 'unusable', name: 'C', problem: { code: 'user-name-missing' } },
      { kind: 'new' },
      { kind: 'unusable', problem: { code: 'import-repeated' } },
    ]);
    expect(JSON.stringify(plan)).not.toContain('bird-of-song');
  });

  test('offers a certificate only where it would change what is trusted, and only over https', () => {
    const pinned = here({ tls: { mode: 'pin', fingerprint: pin, trustedAt: 1 } });
    expect(shown([entry({ pin })], [])).toMatchObject([{ kind: 'new', pin, pinBefore: null }]);
    expect(shown([entry({ pin })], [here()])).toMatchObject([{ kind: 'changed', changes: [], pin }]);
    expect(shown([entry({ pin })], [pinned])).toMatchObject([{ kind: 'same' }]);
    expect(shown([entry()], [pinned]), 'trust is never taken away').toMatchObject([{ kind: 'same' }]);
    const other = 'cd'.repeat(32);
    expect(shown([entry({ pin: other })], [pinned])).toMatchObject([{ pin: other, pinBefore: pin }]);
    expect(shown([entry({ pin, address: 'http://10.0.4.7' })], [])).toMatchObject([
      { kind: 'new', pin: null },
    ]);
  });

  test('offers secrets of a backup only under its own trust, and never hides that a session is alive here', () => {
    const backup = entry({ kept: kept() });
    const pinned = { tls: { mode: 'pin', fingerprint: pin, trustedAt: 1 } } as const;
    const unreadable = { ...alive(), secret: 'unreadable' } as ReturnType<typeof alive>;
    const secretsWith = (...args: Parameters<typeof here>) => shown([backup], [here(...args)])[0];
    expect(shown([backup], [])).toMatchObject([{ kind: 'new', secrets: 'restores' }]);
    expect(secretsWith()).toMatchObject({ kind: 'changed', secrets: 'restores' });
    expect(secretsWith({}, unreadable)).toMatchObject({ secrets: 'restores' });
    expect(secretsWith({}, alive())).toMatchObject({ secrets: 'replaces' });
    expect(secretsWith({}, alive('abcdef01')), 'the very same session').toMatchObject({ kind: 'same' });
    expect(secretsWith(pinned), 'other trust').toMatchObject({ kind: 'same' });
    expect(shown([entry({ kept: kept({ token: null }) })], [])).toMatchObject([{ secrets: 'none' }]);
  });

  test('offers what was kept under an own authority only where that very authority is trusted', () => {
    const authority = 'ef'.repeat(32);
    const trusting = (fingerprint: string) => here({ tls: { mode: 'ca', fingerprint, trustedAt: 1 } });
    const backup = entry({ kept: kept(), authority });
    expect(shown([backup], [trusting(authority)])).toMatchObject([{ kind: 'changed', secrets: 'restores' }]);
    expect(shown([backup], [trusting(pin)]), 'another authority').toMatchObject([{ kind: 'same' }]);
    expect(shown([backup], [here()]), 'those of the computer').toMatchObject([{ kind: 'same' }]);
    expect(shown([backup], []), 'none yet').toMatchObject([{ kind: 'new', secrets: 'none' }]);
    const other = entry({ kept: kept() });
    expect(shown([other], [trusting(authority)]), 'kept without one').toMatchObject([{ kind: 'same' }]);
  });

  test('of ten thousand entries with one name gives each a name of its own', () => {
    const items = Array.from({ length: 10_000 }, (_, at) => entry({ address: `10.0.4.7:${at + 1}` }));
    expect(planImport(items, [])[9_999]?.shown).toMatchObject({ kind: 'new', name: 'Lobby 10000' });
  });
});
