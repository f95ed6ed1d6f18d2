import type { User } from '../../contract/sessions/user.ts';

/** A user for tests that need any. */
export const someUser: User = {
  ...{ id: 7, name: 'ivanov', realName: 'Ivan Ivanov', active: true, comment: '' },
  ...{ groups: [2], primaryGroup: 2, permissions: [], language: 'ru', isAdmin: false, adUser: false },
  ...{ cameraGroupPermissions: {}, watchListPermissions: {}, groupPermissions: {} },
  ...{ hasFace: false, faceCover: null, createdAt: null, modifiedAt: null },
};
