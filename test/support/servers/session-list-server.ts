import { type HostileServer, httpAnswer, startHostileServer } from './hostile-server.ts';

/** A response: status, body, or bytes that are not JSON. */
export interface RawAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly html?: boolean;
}

/** The response at `/sessions/`, after a log-in that is always granted. */
export type SessionsPage = (query: URLSearchParams, nth: number) => unknown;

const user = {
  id: 4,
  name: 'ivanov',
  groups: [2],
  primary_group: 2,
  permissions: ['ffsecurity.view_all_own_sessions', 'ffsecurity.delete_all_own_sessions'],
};

/** A server that grants every log-in, accepts every token, and returns the given pages. */
export async function sessionListServer(answerTo: {
  readonly sessions: SessionsPage;
  readonly delete?: (path: string) => RawAnswer;
  /** For the batch request that ends many sessions. */
  readonly many?: () => RawAnswer;
  readonly judge?: () => RawAnswer;
}): Promise<HostileServer & { readonly paths: () => readonly string[] }> {
  let nth = 0;
  const server = await startHostileServer((socket, request) => {
    const [, method = '', target = ''] = /^(\w+) (\S+) /.exec(request) ?? [];
    const { pathname, searchParams } = new URL(target, 'http://here.example');
    const answer = (): RawAnswer => {
      if (pathname === '/auth/login/') {
        const token = 'c'.repeat(64);
        return { status: 200, body: { token, user, token_expiration_datetime: '2027-11-03T07:00:00Z' } };
      }
      if (pathname === '/users/me/') return answerTo.judge?.() ?? { status: 200, body: user };
      if (pathname === '/sessions/delete/') return answerTo.many?.() ?? { status: 204 };
      if (method === 'DELETE') return answerTo.delete?.(pathname) ?? { status: 204 };
      if (pathname === '/sessions/' && method === 'GET') {
        const said = answerTo.sessions(searchParams, nth++);
        return said !== null && typeof said === 'object' && 'status' in said
          ? (said as RawAnswer)
          : { status: 200, body: said };
      }
      return { status: 204 };
    };
    const { status, body, html } = answer();
    const type = html ? { 'content-type': 'text/html' } : {};
    socket.write(httpAnswer(status, body === undefined ? '' : JSON.stringify(body), type));
  });
  const paths = () => server.requests.map((request) => request.split('\r\n')[0] ?? '');
  return Object.assign(server, { paths });
}

/** A session in the format of the list. */
export function listed(id: string, differently: object = {}): object {
  return {
    ...{ id, status: 'offline', active: true, uuid: `v4-${id}`, mobile: false, device_info: {} },
    ...{ ip: '10.0.0.7', last_ping_date: null, user__username: 'ivanov', user_id: 4, created_date: null },
    ...differently,
  };
}
