import type { Person } from './world/people.ts';

const everyDay = {
  active: true,
  language: 'en-us',
  adUser: false,
  hasFace: false,
  comment: '',
  cameraGroups: { '1': 'view', '-1': 'view' },
  watchLists: { '1': 'view', '-1': 'view' },
} as const;

/** The super administrator, who sees and closes every session. */
export const admin: Person = {
  ...everyDay,
  id: 1,
  name: 'admin',
  password: 'Harbour-Lamp-58',
  realName: 'Winifred Root',
  role: 1,
  comment: 'Created at installation',
  cameraGroups: { '1': 'edit', '-1': 'edit' },
  watchLists: { '1': 'edit', '-1': 'edit' },
};

/** An operator with a face, and colons in the password. */
export const operator: Person = {
  ...everyDay,
  id: 4,
  name: 'ivanov',
  password: 'gate:7:Amber-31',
  realName: 'Pavel Ivanov',
  role: 2,
  hasFace: true,
  watchLists: { '1': 'view', '-1': 'view', '5': 'edit' },
};

/** A user who sees only the current session, with a Cyrillic real name. */
export const guard: Person = {
  ...everyDay,
  id: 7,
  name: 'guard2',
  password: 'Turnstile-90-north',
  realName: 'Пост охраны 2',
  role: 3,
  language: 'ru',
};

/** An Active Directory user. */
export const directoryUser: Person = {
  ...everyDay,
  id: 9,
  name: 'k.lindqvist',
  password: 'Domain-Ferry-44',
  realName: 'Karin Lindqvist',
  role: 2,
  adUser: true,
};

/** A deactivated user. */
export const inactiveUser: Person = {
  ...everyDay,
  id: 11,
  name: 'leaver',
  password: 'Left-In-March-12',
  realName: 'Former Colleague',
  role: 3,
  active: false,
};

/** A user whose name and password differ between Latin-1 and UTF-8. */
export const accentedUser: Person = {
  ...everyDay,
  id: 12,
  name: 'núñez',
  password: 'contraseña:ñ-42',
  realName: 'Inés Núñez',
  role: 3,
  language: 'es',
};

/** The users of an emulator unless others are given. */
export const defaultUsers: readonly Person[] = [
  admin,
  operator,
  guard,
  directoryUser,
  inactiveUser,
  accentedUser,
];
