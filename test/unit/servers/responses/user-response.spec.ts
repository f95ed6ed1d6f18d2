import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { User } from '../../../../contract/sessions/user.ts';
import { readLogin, readUser } from '../../../../main/servers/responses/user-response.ts';

const guard = {
  id: 7,
  active: true,
  created_date: '2024-06-20T04:31:55.204113Z',
  groups: [3, -4],
  modified_date: '2025-02-11T09:02:17+03:00',
  permissions: ['ffsecurity.view_camera', 'ffsecurity.view_humancard'],
  real_name: 'Пост охраны 2',
  name: 'guard2',
  comment: 'Night shift',
  camera_group_permissions: { '1': 'view', '-1': 'edit' },
  watch_list_permissions: { '5': 'edit' },
  group_permissions: {},
  primary_group: 2,
  language: 'ru',
  has_face: true,
  face_cover: 'f-17',
  ad_user: true,
  has_admin_permissions: false,
};

const guardRead: User = {
  id: 7,
  name: 'guard2',
  realName: 'Пост охраны 2',
  active: true,
  comment: 'Night shift',
  groups: [3, -4],
  primaryGroup: 2,
  permissions: ['ffsecurity.view_camera', 'ffsecurity.view_humancard'],
  cameraGroupPermissions: { '1': 'view', '-1': 'edit' },
  watchListPermissions: { '5': 'edit' },
  groupPermissions: {},
  language: 'ru',
  hasFace: true,
  faceCover: 'f-17',
  adUser: true,
  createdAt: Date.UTC(2024, 5, 20, 4, 31, 55, 204),
  modifiedAt: Date.UTC(2025, 1, 11, 6, 2, 17),
  isAdmin: false,
};

const nobody: User = {
  id: 7,
  name: 'guard2',
  realName: '',
  active: true,
  comment: '',
  groups: [],
  primaryGroup: null,
  permissions: [],
  cameraGroupPermissions: {},
  watchListPermissions: {},
  groupPermissions: {},
  language: null,
  hasFace: false,
  faceCover: null,
  adUser: false,
  createdAt: null,
  modifiedAt: null,
  isAdmin: false,
};

const userOf = (raw: unknown) => {
  const read = readUser(raw);
  return read.ok ? read.value : read.field;
};

describe('a user', () => {
  test('is read in full', () => {
    expect(userOf(guard)).toEqual(guardRead);
  });

  test('needs a number and a name only', () => {
    expect(userOf({ id: 7, name: 'guard2' })).toEqual(nobody);
    expect(userOf({ name: 'guard2' })).toBe('id');
    expect(userOf({ id: 7 })).toBe('name');
    expect(userOf({ id: '7', name: 'guard2' })).toEqual(nobody);
    for (const id of ['', '7x', '9'.repeat(16), null]) expect(userOf({ id, name: 'guard2' })).toBe('id');
    expect(userOf({ id: 7.5, name: 'guard2' })).toBe('id');
    for (const raw of [null, [], 'guard2', 7]) expect(readUser(raw).ok).toBe(false);
  });

  test('with odd fields is read as if they were empty', () => {
    const odd = Object.fromEntries(Object.keys(guard).map((key) => [key, Symbol.iterator]));
    expect(userOf({ ...odd, id: 7, name: 'guard2' })).toEqual(nobody);
    const nulls = Object.fromEntries(Object.keys(guard).map((key) => [key, null]));
    expect(userOf({ ...nulls, id: 7, name: 'guard2' })).toEqual(nobody);
  });

  test('keeps what is right inside of lists and maps that are partly odd', () => {
    const read = userOf({
      ...guard,
      groups: [3, '4', null, 5],
      permissions: ['a', 7, null, 'b'],
      camera_group_permissions: { '1': 'view', '-1': 7, x: 'view', '2': 'none' },
    });
    expect(read).toMatchObject({
      groups: [3, 5],
      permissions: ['a', 'b'],
      cameraGroupPermissions: { '1': 'view', '2': 'none' },
    });
  });

  test('may have hundreds of rights and fields nobody knows', { tags: ['row-9'] }, () => {
    const permissions = Array.from({ length: 400 }, (_, at) => `ffsecurity.view_${at}`);
    const read = userOf({ ...guard, permissions, secret_field: 'x' });
    expect(read).toEqual({ ...guardRead, permissions });
  });

  test('may speak any language, and have a face cover of any kind', () => {
    expect(userOf({ ...guard, language: 'pt-br', face_cover: 17 })).toMatchObject({
      language: 'pt-br',
      faceCover: '17',
    });
  });

  test('is an administrator when the server says so, or by user or group 1', () => {
    const admin = (raw: object) => userOf({ id: 7, name: 'x', ...raw });
    expect(admin({ has_admin_permissions: true })).toMatchObject({ isAdmin: true });
    expect(admin({ has_admin_permissions: false, groups: [1] })).toMatchObject({ isAdmin: false });
    expect(admin({ groups: [3, 1] })).toMatchObject({ isAdmin: true });
    expect(admin({ primary_group: 1 })).toMatchObject({ isAdmin: true });
    expect(admin({ id: 1 })).toMatchObject({ isAdmin: true });
  });

  test('cannot have a disguised name', () => {
    expect(userOf({ id: 7, name: 'guard\u202e2', real_name: 'a\nb' })).toMatchObject({
      name: 'guard2',
      realName: 'a b',
    });
  });

  test('is read without an exception, whatever is sent', () => {
    const anything = fc.record(
      Object.fromEntries(Object.keys(guard).map((key) => [key, fc.anything({ maxDepth: 2 })])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const read = readUser({ id: 7, name: 'guard2', ...raw });
        return !read.ok || Object.keys(read.value).length === Object.keys(nobody).length;
      }),
      { numRuns: 200 },
    );
  });
});

describe('the answer to a login', () => {
  const token = 'ab12'.repeat(16);
  const granted = { token, user: guard, token_expiration_datetime: '2024-06-20T04:27:12.710849Z' };
  const fieldOf = (raw: unknown) => {
    const read = readLogin(raw);
    return read.ok ? null : read.field;
  };

  test('is a token, a user and an end', () => {
    const read = readLogin(granted);
    if (!read.ok) throw new Error(read.field);
    expect(read.value.token.reveal()).toBe(token);
    expect(read.value.user).toEqual({ ok: true, value: guardRead });
    expect(read.value.serverExpiry).toBe(Date.UTC(2024, 5, 20, 4, 27, 12, 710));
  });

  test('may leave the end open', { tags: ['row-5', 'row-7'] }, () => {
    for (const end of [null, undefined, 'tomorrow', -1, Number.POSITIVE_INFINITY]) {
      expect(readLogin({ ...granted, token_expiration_datetime: end })).toMatchObject({
        value: { serverExpiry: null },
      });
    }
    expect(readLogin({ token, user: guard })).toMatchObject({ value: { serverExpiry: null } });
  });

  test('is nothing without a token that fits into a header', {
    tags: ['row-1', 'row-2', 'row-3', 'row-4'],
  }, () => {
    const odd = [
      '',
      'a b',
      'a\r\nb',
      'é',
      'a\0',
      'a'.repeat(4097),
      'a'.repeat(1_000_000),
      7,
      null,
      [token],
      { token },
    ];
    expect(odd.map((raw) => fieldOf({ ...granted, token: raw }))).toEqual(odd.map(() => 'token'));
    expect(fieldOf({ user: guard })).toBe('token');
  });

  test('names the field that is wrong', () => {
    expect(fieldOf(null)).toBe('body');
    expect(fieldOf([])).toBe('token');
  });

  test('is a token also where it does not say whose, and names the field', () => {
    expect(readLogin({ token })).toMatchObject({ ok: true, value: { user: { ok: false, field: 'user' } } });
    expect(readLogin({ token, user: {} })).toMatchObject({ value: { user: { field: 'user.id' } } });
    expect(readLogin({ token, user: { id: 7 } })).toMatchObject({ value: { user: { field: 'user.name' } } });
  });

  test('is read without an exception, whatever is sent', () => {
    fc.assert(fc.property(fc.anything(), (raw) => void readLogin(raw)));
  });
});
