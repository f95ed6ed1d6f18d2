import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../contract/profiles/profile.ts';
import { acceptDraft, freeName, withDraft } from '../../../main/profiles/draft.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const draft = sampleDraft({ name: 'Lobby', userName: 'admin' });
const accepted = (changes: Partial<Draft>, taken: readonly string[] = []) => {
  const result = acceptDraft({ ...draft, ...changes }, taken);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const refused = (changes: Partial<Draft>) => {
  const result = acceptDraft({ ...draft, ...changes }, []);
  return result.ok ? null : result.problem;
};

describe('a draft', () => {
  test('becomes trimmed fields', () => {
    expect(
      acceptDraft({ ...draft, name: '  Lobby ', userName: '\tadmin\n', tags: [' north ', ''] }, []),
    ).toEqual({
      ok: true,
      value: {
        name: 'Lobby',
        address: { origin: 'https://10.0.4.7', basePath: '' },
        userName: 'admin',
        tags: ['north'],
        environment: 'none',
      },
    });
  });

  test('without a name is named after its server', () => {
    expect(accepted({ name: '  ' }).name).toBe('10.0.4.7');
    expect(accepted({ name: '', address: 'https://cam.example:8443/api' }).name).toBe('cam.example:8443');
    const long = `${'a.'.repeat(60)}example`;
    expect(accepted({ name: '', address: long }).name, 'cut to what a name may have').toHaveLength(80);
  });

  test('keeps the lines of notes, and nothing unseen in them', () => {
    const typed = ' Rack 3 \r\n\r\nask\tAnn\u0007\u202e!\u2028end\n\n';
    expect(accepted({ notes: typed }).notes).toBe('Rack 3\n\nask Ann !\nend');
    expect(accepted({})).not.toHaveProperty('notes');
  });

  test('changes the notes of a profile only if it has some, and empty ones remove them', () => {
    const profile = sampleProfile({ notes: 'Rack 3' });
    expect(withDraft(profile, accepted({})).notes).toBe('Rack 3');
    expect(withDraft(profile, accepted({ notes: 'Rack 4' })).notes).toBe('Rack 4');
    expect(withDraft(profile, accepted({ notes: ' \n ' }))).not.toHaveProperty('notes');
  });

  test('with a taken name gets the next free number, in any spelling', {
    tags: ['row-169'],
  }, () => {
    expect(accepted({}, ['lobby']).name).toBe('Lobby 2');
    expect(accepted({}, ['Lobby', 'LOBBY 2', 'Lobby 4']).name).toBe('Lobby 3');
    expect(accepted({ name: '' }, ['10.0.4.7']).name, 'the same server twice is fine').toBe('10.0.4.7 2');
    expect(freeName('x'.repeat(80), ['x'.repeat(80)])).toBe(`${'x'.repeat(78)} 2`);
  });

  test('reports the invalid field, and why', { tags: ['row-167'] }, () => {
    expect(refused({ address: ' ' })).toEqual({ code: 'address-missing' });
    expect(refused({ name: 'x'.repeat(81) })).toEqual({ code: 'name-too-long', longest: 80 });
    expect(refused({ userName: ' ' })).toEqual({ code: 'user-name-missing' });
    expect(refused({ userName: 'a:b' })).toEqual({ code: 'user-name-has-colon' });
    expect(refused({ userName: 'a\0b' })).toEqual({ code: 'user-name-has-control-characters' });
    expect(refused({ userName: 'a\nb' })).toEqual({ code: 'user-name-has-control-characters' });
    expect(refused({ userName: 'x'.repeat(257) })).toEqual({ code: 'user-name-too-long', longest: 256 });
    expect(refused({ tags: ['x'.repeat(41)] })).toEqual({ code: 'tag-too-long', longest: 40 });
    const many = Array.from({ length: 21 }, (_, number) => `tag ${number}`);
    expect(refused({ tags: many })).toEqual({ code: 'too-many-tags', most: 20 });
    expect(refused({ notes: 'x'.repeat(1_001) })).toEqual({ code: 'notes-too-long', longest: 1_000 });
  });

  test('may have the maximum length in characters', { tags: ['row-167'] }, () => {
    expect(accepted({ name: '😀'.repeat(80) }).name).toBe('😀'.repeat(80));
    expect(accepted({ userName: 'я'.repeat(256) }).userName).toHaveLength(256);
    expect(accepted({ userName: '\u202enimda\u200b' }).userName, 'shown as it is sent').toBe('nimda');
    expect(accepted({ tags: ['ñ'.repeat(40)] }).tags).toHaveLength(1);
    expect(accepted({ notes: ` ${'😀'.repeat(1_000)}\n` }).notes).toBe('😀'.repeat(1_000));
  });

  test('has each tag once, as it was first spelled', () => {
    const twice = Array.from({ length: 20 }, (_, number) => [`Tag ${number}`, `TAG ${number} `]).flat();
    expect(accepted({ tags: twice }).tags).toEqual(twice.filter((tag) => tag.startsWith('Tag')));
  });

  test('loses what a text field cannot show', () => {
    expect(accepted({ name: 'a\n\u0000b\u202ec\u2066' }).name).toBe('a bc');
    expect(accepted({ tags: ['a\r\nb'] }).tags).toEqual(['a b']);
  });
});
