import type { Person } from '../world/people.ts';
import type { Session } from '../world/session-table.ts';
import type { World } from '../world/world.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';

/** A request to a page that needs no token. */
export interface Visit {
  readonly world: World;
  readonly asked: Asked;
  /** The value of `{id}` in the path; empty if the route has none. */
  readonly id: string;
}

/** A request with an accepted token. */
export interface SignedVisit extends Visit {
  readonly session: Session;
  readonly person: Person;
}

/** The supported methods. */
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A path with its handlers. */
export type Route =
  | {
      readonly path: string;
      readonly token: 'not needed';
      readonly methods: { readonly [name in Method]?: (visit: Visit) => Answer | Promise<Answer> };
    }
  | {
      readonly path: string;
      readonly token: 'needed';
      readonly methods: { readonly [name in Method]?: (visit: SignedVisit) => Answer | Promise<Answer> };
    };

/** The route of a path, and the value of its `{id}`. */
export function findRoute(
  routes: readonly Route[],
  path: string,
): { readonly route: Route; readonly id: string } | undefined {
  for (const route of routes) {
    const [before = '', after] = route.path.split('{id}');
    if (after === undefined) {
      if (path === before) return { route, id: '' };
      continue;
    }
    if (!path.startsWith(before) || !path.endsWith(after)) continue;
    const id = path.slice(before.length, path.length - after.length);
    if (id !== '' && !id.includes('/')) return { route, id };
  }
  return undefined;
}

/** The path without the prefix, and whether it has the prefix. */
export function stripPrefix(path: string, prefix: string): { path: string; inside: boolean } {
  if (prefix === '') return { path, inside: true };
  return path.startsWith(`${prefix}/`)
    ? { path: path.slice(prefix.length), inside: true }
    : { path, inside: false };
}
