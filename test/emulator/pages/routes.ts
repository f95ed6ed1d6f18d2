import type { Route } from '../http/route.ts';
import { loginRoutes } from './login.ts';
import { openRoutes } from './open-pages.ts';
import { ownUserRoutes } from './own-user.ts';

/** Every path of the API. */
export const apiRoutes: readonly Route[] = [...openRoutes, ...loginRoutes, ...ownUserRoutes];
