import { isDeepStrictEqual } from 'node:util';
import { done, type Result } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { User } from '../../contract/sessions/user.ts';
import type { DurableFile } from '../files/durable-file.ts';
import type { UsersById } from './saved/users-schema.ts';

/**
 * The users that servers last reported, in full, for the details.
 *
 * Read on first use, since the list does not need it. Servers can send it again at any time, so an unreadable file is
 * quarantined without a notice.
 */
export class KnownUsers {
  readonly #file: DurableFile<UsersById>;
  readonly #lists = new Map<string, readonly string[]>();
  /** The values of `#lists`. */
  readonly #inMemory = new Set<readonly string[]>();
  readonly #listeners: ((id: ProfileId, before: User, after: User) => void)[] = [];
  #users: Promise<Map<ProfileId, User>> | null = null;

  constructor(file: DurableFile<UsersById>) {
    this.#file = file;
  }

  /** Called whenever a server reports a user differently than before. */
  onChange(listener: (id: ProfileId, before: User, after: User) => void): void {
    this.#listeners.push(listener);
  }

  async get(id: ProfileId): Promise<User | null> {
    return (await this.#opened()).get(id) ?? null;
  }

  /** Stores a user; an unchanged one is not written again. */
  async keep(id: ProfileId, user: User): Promise<Result> {
    const users = await this.#opened();
    const before = users.get(id);
    if (isDeepStrictEqual(before, user)) return done;
    if (before) for (const tell of this.#listeners) tell(id, before, user);
    users.set(id, { ...user, permissions: this.#shared(user.permissions) });
    this.#drop(before?.permissions, users);
    return this.#file.save(() => users);
  }

  async forget(id: ProfileId): Promise<Result> {
    const users = await this.#opened();
    const before = users.get(id);
    if (!before) return done;
    users.delete(id);
    this.#drop(before.permissions, users);
    return this.#file.save(() => users, { forgetOld: true });
  }

  /** Quarantines the file and starts an empty one. */
  async setAside(): Promise<Result> {
    const users = await this.#opened();
    const aside = await this.#file.setAside('replaced');
    if (aside.ok) users.clear();
    return aside;
  }

  /** Resolves when everything is written or refused. */
  async settle(): Promise<void> {
    // What was kept before the file had been read is queued only after reading it.
    await this.#users;
    await this.#file.settle();
  }

  /** The list, or an equal one already in memory: most servers send the same hundreds of strings for most users. */
  #shared(permissions: readonly string[]): readonly string[] {
    if (this.#inMemory.has(permissions)) return permissions;
    const key = JSON.stringify(permissions);
    const shared = this.#lists.get(key) ?? permissions;
    this.#lists.set(key, shared);
    this.#inMemory.add(shared);
    return shared;
  }

  /** Drops a list without users; otherwise a server could send a different one at every check. */
  #drop(list: readonly string[] | undefined, users: ReadonlyMap<ProfileId, User>): void {
    if (list === undefined) return;
    for (const { permissions } of users.values()) if (permissions === list) return;
    this.#lists.delete(JSON.stringify(list));
    this.#inMemory.delete(list);
  }

  #opened(): Promise<Map<ProfileId, User>> {
    this.#users ??= this.#open();
    return this.#users;
  }

  async #open(): Promise<Map<ProfileId, User>> {
    const opening = await this.#file.open();
    if (opening.kind === 'unreadable') await this.#file.setAside();
    const users = new Map('value' in opening ? opening.value : []);
    for (const [id, user] of users) users.set(id, { ...user, permissions: this.#shared(user.permissions) });
    return users;
  }
}
