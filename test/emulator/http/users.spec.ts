import { describe, expect, test } from 'vitest';
import { admin, defaultUsers, directoryUser, guard, operator } from '../default-users.ts';
import { field, withServer } from './asking.ts';

describe('the page of the own user', () => {
  test('has every field that FindFace documents', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const reply = await ask('GET', '/users/me/', { token: await tokenOf(guard) });
      expect(reply.body).toEqual({
        id: 7,
        active: true,
        created_date: expect.stringMatching(/^2024-06-20T\d\d:\d\d:\d\d\.\d{6}Z$/),
        groups: [3],
        modified_date: expect.stringMatching(/^2025-02-11T\d\d:\d\d:\d\d\.\d{6}Z$/),
        permissions: expect.any(Array),
        real_name: 'Пост охраны 2',
        name: 'guard2',
        comment: '',
        camera_group_permissions: { '1': 'view', '-1': 'view' },
        watch_list_permissions: { '1': 'view', '-1': 'view' },
        group_permissions: {},
        primary_group: 3,
        language: 'ru',
        has_face: false,
        face_cover: null,
        ad_user: false,
        has_admin_permissions: false,
      });
    }));

  test('is the same as the user in the log-in answer', () =>
    withServer({}, async ({ ask, logIn }) => {
      const login = await logIn(operator);
      const reply = await ask('GET', '/users/me/', { token: String(field(login, 'token')) });
      expect(field(login, 'user')).toEqual(reply.body);
    }));

  test('leaves has_admin_permissions out on older servers', () =>
    withServer({ switches: { adminField: false } }, async ({ ask, tokenOf }) => {
      const reply = await ask('GET', '/users/me/', { token: await tokenOf(admin) });
      expect(field(reply, 'has_admin_permissions')).toBeUndefined();
    }));

  for (const [person, count] of [
    [admin, 279],
    [operator, 93],
    [guard, 37],
  ] as const) {
    test(`lists ${count} different rights for ${person.name}`, () =>
      withServer({}, async ({ ask, tokenOf }) => {
        const rights = field(await ask('GET', '/users/me/', { token: await tokenOf(person) }), 'permissions');
        const different = new Set(Array.isArray(rights) ? rights : []);
        expect(different.size).toBe(count);
        for (const right of different)
          expect(right).toMatch(/^[a-z]+\.(view|add|change|delete|configure|batchupload|create)_[a-z_]+$/);
      }));
  }

  test('marks a user of Active Directory', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const reply = await ask('GET', '/users/me/', { token: await tokenOf(directoryUser) });
      expect(field(reply, 'ad_user')).toBe(true);
    }));
});

describe('the default users', () => {
  test('have an administrator with the id 1', () => {
    expect(admin).toMatchObject({ id: 1, role: 1, name: 'admin' });
  });

  test('have ids and names of their own', () => {
    expect(new Set(defaultUsers.map(({ id }) => id)).size).toBe(defaultUsers.length);
    expect(new Set(defaultUsers.map(({ name }) => name)).size).toBe(defaultUsers.length);
  });

  test('have no colon in a name, where Basic could not carry it', () => {
    expect(defaultUsers.filter(({ name }) => name.includes(':'))).toEqual([]);
  });

  test('can be replaced by others', () =>
    withServer({ users: [{ ...guard, name: 'newcomer' }] }, async ({ logIn }) => {
      expect((await logIn({ name: 'newcomer', password: guard.password })).status).toBe(200);
      expect((await logIn(admin)).status).toBe(401);
    }));
});
