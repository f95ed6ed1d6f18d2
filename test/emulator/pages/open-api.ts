const paths: Readonly<Record<string, readonly string[]>> = {
  '/auth/login/': ['post'],
  '/auth/logout/': ['post'],
  '/auth/video-auth/': ['post'],
  '/auth/video-auth-renew/': ['post'],
  '/cameras/count/': ['get'],
  '/device-blacklist-records/': ['get', 'post'],
  '/device-blacklist-records/{id}/': ['get', 'patch', 'delete'],
  '/sessions/': ['get'],
  '/sessions/{id}/': ['get', 'delete'],
  '/sessions/delete/': ['post'],
  '/settings': ['get'],
  '/users/me/': ['get'],
};

/** A small OpenAPI document; like the real one it has no version. */
export const openApi = {
  openapi: '3.0.3',
  info: { title: 'Internal API documentation', version: '' },
  paths: Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(methods.map((method) => [method, { responses: {} }])),
    ]),
  ),
  components: {
    securitySchemes: {
      basicAuth: { type: 'http', scheme: 'basic' },
      tokenAuth: { type: 'apiKey', in: 'header', name: 'Authorization' },
    },
  },
};
