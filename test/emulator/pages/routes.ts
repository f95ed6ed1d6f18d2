import type { Route } from '../http/route.ts';
import { blockedDeviceRoutes } from './blocked-devices.ts';
import { extraRoutes } from './extras.ts';
import { faceRoutes } from './face-login.ts';
import { loginRoutes } from './login.ts';
import { openRoutes } from './open-pages.ts';
import { ownUserRoutes } from './own-user.ts';
import { sessionRoutes } from './sessions.ts';

/** All routes of the API. */
export const apiRoutes: readonly Route[] = [
  ...openRoutes,
  ...loginRoutes,
  ...faceRoutes,
  ...ownUserRoutes,
  ...sessionRoutes,
  ...blockedDeviceRoutes,
  ...extraRoutes,
];
