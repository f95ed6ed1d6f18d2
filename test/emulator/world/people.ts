import type { Switches } from '../switches/switch-table.ts';
import { writeDate } from './dates.ts';
import { permissionsOf, type Role } from './permissions.ts';

/** A user with the password that a demo or a test types. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly password: string;
  readonly realName: string;
  readonly role: Role;
  readonly active: boolean;
  readonly language: 'en-us' | 'ru' | 'es';
  readonly adUser: boolean;
  readonly hasFace: boolean;
  readonly comment: string;
  readonly cameraGroups: Readonly<Record<string, string>>;
  readonly watchLists: Readonly<Record<string, string>>;
}

/** The users of an emulated server. */
export class People {
  readonly #byName: Map<string, Person>;

  constructor(people: readonly Person[]) {
    this.#byName = new Map(people.map((person) => [person.name, person]));
  }

  get all(): readonly Person[] {
    return [...this.#byName.values()];
  }

  byName(name: string): Person | undefined {
    return this.#byName.get(name);
  }

  byId(id: number): Person | undefined {
    return this.all.find((person) => person.id === id);
  }

  /** The active user with these credentials; an inactive one is rejected like a wrong password. */
  withPassword(name: string, password: string): Person | undefined {
    const person = this.#byName.get(name);
    return person?.active && person.password === password ? person : undefined;
  }

  /** Changes a user; throws for an unknown name. */
  change(name: string, changes: Partial<Pick<Person, 'active' | 'password' | 'role'>>): Person {
    const person = this.#byName.get(name);
    if (!person) throw new Error(`The emulator has no user "${name}".`);
    const changed = { ...person, ...changes };
    this.#byName.set(name, changed);
    return changed;
  }
}

const created = Date.UTC(2024, 5, 20, 4, 31, 55) + 204.113;
const modified = Date.UTC(2025, 1, 11, 9, 2, 17) + 880.201;

/** A user in the format of `/users/me/` and of the log-in response. */
export function describePerson(person: Person, switches: Switches): Record<string, unknown> {
  return {
    id: person.id,
    active: person.active,
    created_date: writeDate(created + person.id * 61_007.031, switches.dates),
    groups: [person.role],
    modified_date: writeDate(modified + person.id * 61_007.031, switches.dates),
    permissions: permissionsOf(person.role),
    real_name: person.realName,
    name: person.name,
    comment: person.comment,
    camera_group_permissions: person.cameraGroups,
    watch_list_permissions: person.watchLists,
    group_permissions: {},
    primary_group: person.role,
    language: person.language,
    has_face: person.hasFace,
    face_cover: null,
    ad_user: person.adUser,
    ...(switches.adminField ? { has_admin_permissions: person.role === 1 } : {}),
  };
}
