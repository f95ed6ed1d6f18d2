import { describe, expect, test } from 'vitest';
import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import { KeptPermissions } from '../../../main/cli/access/kept-permissions.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const { profile } = sampleRow();
const python = { identity: '["/usr/bin/python3","/usr/bin/bash"]', program: 'python3' } as const;

/** A vault that has one text for each profile. */
function setUp(texts = new Map<ProfileId, string>()) {
  const vault = {
    isBroken: false,
    programs: ({ id }: Profile) => texts.get(id) ?? null,
    async keepPrograms({ id }: Profile, text: string | null) {
      if (vault.isBroken) return { ok: false, problem: { code: 'store-not-open' } } as const;
      if (text === null) texts.delete(id);
      else texts.set(id, text);
      return { ok: true, value: undefined } as const;
    },
  };
  const open = () => {
    const kept = new KeptPermissions(vault);
    kept.load([profile]);
    return kept;
  };
  return { texts, vault, open };
}

describe('a permission without an end', () => {
  test('is there again after a restart, for this use and what it covers', async () => {
    const { open } = setUp();
    await open().give(profile, { ...python, use: 'send' });
    const kept = open();
    expect(kept.permits(python.identity, profile, 'send')).toBe(true);
    expect(kept.permits(python.identity, profile, 'get')).toBe(true);
    expect(kept.permits(python.identity, profile, 'read')).toBe(false);
    expect(kept.permits('["/usr/bin/perl",null]', profile, 'send')).toBe(false);
    expect(kept.permits(null, profile, 'send')).toBe(false);
    expect(kept.list()).toMatchObject([{ program: 'python3', use: 'send', until: null }]);
  });

  test('is for the server and the user that a person was asked about', async () => {
    const { open } = setUp();
    const kept = open();
    await kept.give(profile, { ...python, use: 'read' });
    for (const changed of [
      { ...profile, userName: 'another' },
      { ...profile, address: { ...profile.address, origin: 'https://another.example' } },
    ]) {
      expect(kept.permits(python.identity, changed, 'read')).toBe(false);
      const again = open();
      again.load([changed]);
      expect(again.list()).toEqual([]);
    }
  });

  test('does not come back with the user whom its profile had before', async () => {
    const { open } = setUp();
    const kept = open();
    await kept.give(profile, { ...python, use: 'read' });
    expect(kept.follow(profile)).toBe(false);
    expect(kept.follow({ ...profile, userName: 'another' })).toBe(true);
    expect(open().list()).toEqual([]);
  });

  test('ends when a person ends it, and is kept by no vault that cannot write it', async () => {
    const { vault, texts, open } = setUp();
    const kept = open();
    await kept.give(profile, { ...python, use: 'read' });
    const [{ id } = { id: '' }] = kept.list();
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    vault.isBroken = true;
    expect(await kept.give(profile, { identity: 'x', program: 'x', use: 'read' })).toMatchObject({
      ok: false,
    });
    expect(kept.permits('x', profile, 'read')).toBe(false);
    expect(await kept.end(id, profile)).toMatchObject({ ok: false });
    expect(kept.permits(python.identity, profile, 'read'), 'now').toBe(false);
    vault.isBroken = false;
    expect(await kept.end(id, profile)).toMatchObject({ ok: true });
    expect(texts.size).toBe(0);
  });

  test.each([
    ['text', 'x'],
    ['another shape', '[{"identity":"x"}]'],
    ['too many', JSON.stringify(Array.from({ length: 51 }, () => ({ ...python, use: 'read', reach: '' })))],
  ])('is not read from %s', (_what, text) => {
    expect(
      setUp(new Map([[profile.id, text]]))
        .open()
        .list(),
    ).toEqual([]);
  });
});
