import { randomBytes } from 'node:crypto';
import { demoAccount } from '../../contract/profiles/demo.ts';
import type { HttpRequest } from '../servers/connection.ts';

/** An answer of the demo server; null: no content. */
export interface DemoAnswer {
  readonly status: number;
  readonly body: unknown;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const sessionSeconds = 180 * 86_400;

const rights = [
  ...['camera', 'cameragroup', 'watchlist', 'faceevent', 'bodyevent', 'carevent', 'counter', 'report'].map(
    (model) => `ffsecurity.view_${model}`,
  ),
  ...['view', 'add', 'change', 'delete'].map((verb) => `ffsecurity.${verb}_humancard`),
  ...['view', 'delete'].map((verb) => `ffsecurity.${verb}_all_own_sessions`),
];

/** Another session on the demo server, so that the list of sessions has something to end. */
const others = [
  {
    id: 'demo-1',
    device_info: { browser: 'Chrome 142', os: 'Windows 11' },
    ip: '192.0.2.17',
    agoMs: 2 * hourMs,
  },
  { id: 'demo-2', device_info: { client: 'python-requests/2.32' }, ip: '192.0.2.40', agoMs: 9 * dayMs },
] as const;

/**
 * What the demo server answers, in the form of a FindFace server. It accepts every token that it has not ended, since
 * it forgets what it granted when the app quits.
 */
export class DemoAnswers {
  readonly #ended = new Set<string>();

  constructor(private readonly now: () => number) {}

  answer({ method, path, headers, body }: HttpRequest): DemoAnswer {
    const [pathname = ''] = path.split('?');
    if (pathname === '/config.json') return { status: 200, body: config };
    if (method === 'POST' && pathname === '/auth/login/') return this.#logIn(headers.authorization ?? '');
    const token = /^Token (\S+)$/.exec(headers.authorization ?? '')?.[1];
    if (token === undefined || this.#ended.has(token)) return refused(401, 'UNAUTHORIZED', 'Invalid token.');
    if (pathname === '/users/me/') return { status: 200, body: user };
    if (method === 'POST' && pathname === '/auth/logout/') return this.#end([token]);
    if (method === 'GET' && pathname === '/sessions/') return this.#sessions(headers['x-uuid'] ?? '');
    if (method === 'DELETE' && pathname.startsWith('/sessions/'))
      return this.#end([decodeURIComponent(pathname.split('/')[2] ?? '')]);
    if (method === 'POST' && pathname === '/sessions/delete/') return this.#end(idsIn(body));
    return refused(403, 'PERMISSION_DENIED', 'You do not have permission to perform this action.');
  }

  #logIn(authorization: string): DemoAnswer {
    const [, encoded = ''] = /^Basic (\S+)$/.exec(authorization) ?? [];
    const [userName] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    if (userName !== demoAccount.userName) return refused(401, 'UNAUTHORIZED', 'Invalid username/password.');
    const token = randomBytes(32).toString('hex');
    const expiry = new Date(this.now() + sessionSeconds * 1_000).toISOString();
    return { status: 200, body: { user, token, token_expiration_datetime: expiry } };
  }

  #sessions(deviceId: string): DemoAnswer {
    const own = { id: 'demo-0', device_info: { app: 'FindFace Session Manager' }, ip: '127.0.0.1', agoMs: 0 };
    const results = [own, ...others]
      .filter(({ id }) => !this.#ended.has(id))
      .map(({ id, device_info, ip, agoMs }) => ({
        ...{ id, device_info, ip, active: true, mobile: false, status: agoMs < dayMs ? 'online' : 'offline' },
        uuid: id === own.id ? deviceId : id,
        user__username: demoAccount.userName,
        user_id: user.id,
        created_date: new Date(this.now() - agoMs - hourMs).toISOString(),
        last_ping_date: new Date(this.now() - agoMs).toISOString(),
      }));
    return { status: 200, body: { next_page: null, prev_page: null, results } };
  }

  #end(ids: readonly string[]): DemoAnswer {
    for (const id of ids) this.#ended.add(id);
    return { status: 204, body: null };
  }
}

const config = {
  auth: { AUTH_TYPE: 'password', MAXIMUM_SESSION_LENGTH: sessionSeconds, NEED_SESSION_RENEW: false },
  language: 'en',
  services: { ffsecurity: { active_directory: false } },
  plugins: { cproauth: false },
} as const;

const user = {
  id: 7,
  active: true,
  created_date: '2024-06-20T04:31:55.204113Z',
  modified_date: '2025-02-11T09:02:17.880201Z',
  groups: [2],
  primary_group: 2,
  permissions: rights,
  name: demoAccount.userName,
  real_name: 'Demo Operator',
  comment: '',
  camera_group_permissions: { '-1': 'view' },
  watch_list_permissions: { '-1': 'view' },
  group_permissions: {},
  language: 'en-us',
  has_face: false,
  face_cover: null,
  ad_user: false,
} as const;

function refused(status: number, code: string, desc: string): DemoAnswer {
  return { status, body: { code, desc } };
}

function idsIn(body: HttpRequest['body']): readonly string[] {
  const { id_in: ids } = JSON.parse(String(body)) as { id_in?: readonly string[] };
  return ids ?? [];
}
