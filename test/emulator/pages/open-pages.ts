import { type Answer, html, json } from '../http/answer.ts';
import type { Route, Visit } from '../http/route.ts';
import { openApi } from './open-api.ts';
import { docsPage } from './web-interface.ts';

/** The pages that need no token. */
export const openRoutes: readonly Route[] = [
  { path: '/config.json', token: 'not needed', methods: { GET: config } },
  { path: '/swagger.json', token: 'not needed', methods: { GET: () => json(200, openApi) } },
  { path: '/api-docs/', token: 'not needed', methods: { GET: () => html(200, docsPage) } },
];

/** The page of the web UI, which some servers return for every unknown path. */
export const indexPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>FindFace Multi</title></head>
<body><noscript>Please enable JavaScript to continue.</noscript><div id="app"></div></body></html>
`;

function config({ asked }: Visit): Answer {
  const { switches } = asked;
  return json(200, {
    auth: {
      AUTH_TYPE: switches.authType,
      MAXIMUM_SESSION_LENGTH: switches.sessionSeconds,
      NEED_SESSION_RENEW: switches.renewSession,
      RENEW_SESSION_INTERVAL: switches.renewSeconds,
      MAXIMUM_RENEW_ATTEMPTS: 2,
      FACE_AUTH_CONFIDENCE: 0.74,
    },
    language: 'en',
    services: { ffsecurity: { active_directory: switches.activeDirectory } },
    plugins: { cproauth: false },
    ...(switches.serverUrl === '' ? {} : { server: { url: switches.serverUrl } }),
  });
}
