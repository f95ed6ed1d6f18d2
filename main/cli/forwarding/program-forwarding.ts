import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Result } from '../../../contract/core/result.ts';
import { addressText, type Profile, type ProfileId } from '../../../contract/profiles/profile.ts';
import type { Row } from '../../../contract/state.ts';
import { forwardRequest } from '../../gateway/forward-request.ts';
import { headersForProgram } from '../../gateway/forwarded-headers.ts';
import { judgePath } from '../../gateway/gateway-rules.ts';
import type { ClientPool } from '../../servers/client-pool.ts';
import { Cancelled } from '../../servers/http/timeouts.ts';
import type { Token } from '../../token/token.ts';
import { reachOf } from '../access/permissions.ts';
import { type Process, treeAt } from '../caller/process-tree.ts';
import type { ForwardingStop } from './forwarding-rules.ts';

/** Bounds: processes that may send, and requests that run at once. */
const maxProcesses = 64;
const maxAtOnce = 16;

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

interface Deps {
  readonly clients: Pick<ClientPool, 'openForwarding'>;
  readonly row: (id: ProfileId) => Row | undefined;
  /** The token that is sent, or why none may be sent now. */
  readonly token: (id: ProfileId) => Result<Token>;
  /** The server no longer accepts the token. */
  readonly onRefused: (id: ProfileId) => void;
  /** What a person reads about it. */
  readonly sentence: (why: ForwardingStop, row: Row) => Promise<string>;
}

/** A process that may send requests to one server. */
interface Sender {
  readonly startedAt: string;
  readonly profileId: ProfileId;
  /** The server and the user that a person was asked about. */
  readonly reach: string;
  readonly host: string;
  readonly over: AbortController;
}

/**
 * Sends the requests of processes that a person has allowed to, with the token and over the trust of the server. A process
 * is known by its ID and the time of its start, which the kernel names: there is no key that another one could use.
 */
export class ProgramForwarding {
  readonly #deps: Deps;
  readonly #senders = new Map<number, Sender>();
  readonly #trees = new WeakMap<Socket, Promise<readonly Process[]>>();
  #underWay = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Lets a process send requests to the server of a profile; returns the URL that stands for this server. */
  admit({ pid, startedAt }: Process, profile: Profile): string {
    this.#end(pid);
    const [oldest] = this.#senders.keys();
    if (this.#senders.size >= maxProcesses && oldest !== undefined) this.#end(oldest);
    // As curl sends it for an http address: without :80, also where the server has https.
    const { host } = new URL(`http://${new URL(profile.address.origin).host}`);
    const sender = { startedAt, profileId: profile.id, reach: reachOf(profile), host };
    this.#senders.set(pid, { ...sender, over: new AbortController() });
    return `http://${host}`;
  }

  /** Ends what may be sent to the server of a profile, also requests that run; without one, all. */
  end(id: ProfileId | null): void {
    for (const [pid, { profileId }] of this.#senders) if (id === null || profileId === id) this.#end(pid);
  }

  /** SECURITY: ends it if the profile leads to another server or user now (0052). */
  follow(profile: Profile): void {
    for (const [pid, { profileId, reach }] of this.#senders)
      if (profileId === profile.id && reach !== reachOf(profile)) this.#end(pid);
  }

  /** Answers a request that came over the socket. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: path = '', method = '', headersDistinct: headers, socket } = request;
    // Without one nobody needs to be found out.
    if (this.#senders.size === 0) return void response.writeHead(403, { connection: 'close' }).end();
    const tree = this.#trees.get(socket) ?? treeAt(socket);
    this.#trees.set(socket, tree);
    const [peer] = await tree;
    const sender = peer === undefined ? undefined : this.#senders.get(peer.pid);
    const row = sender && this.#deps.row(sender.profileId);
    // SECURITY: only the very process for which a person was asked sends, and only to that server (0052).
    if (!sender || !row || sender.startedAt !== peer?.startedAt)
      return void response.writeHead(403, { connection: 'close' }).end();
    const { profile } = row;
    const stop = async (status: number, why: ForwardingStop) =>
      refuse(response, status, why.code, await this.#deps.sentence(why, row));
    // SECURITY: a redirect to another server ends here (0052).
    if (headers.host?.join() !== sender.host) return stop(421, { code: 'wrong-host' });
    if (!methods.includes(method)) return stop(405, { code: 'method-not-permitted' });
    const unclear = judgePath(path.split('?', 1)[0] ?? '');
    if (unclear !== null) return stop(unclear === 'path-unclear' ? 400 : 403, { code: unclear });
    if (this.#underWay >= maxAtOnce) return stop(503, { code: 'too-many-requests' });
    const token = this.#deps.token(profile.id);
    if (!token.ok) return stop(502, token.problem);
    this.#underWay += 1;
    try {
      await this.#forward({ request, response, path, profile, over: sender.over.signal, stop }, token.value);
    } finally {
      this.#underWay -= 1;
    }
  }

  async #forward({ request, response, path, profile, over, stop }: Forwarded, token: Token): Promise<void> {
    const connection = await this.#deps.clients.openForwarding(profile);
    if (connection === null) return stop(502, { code: 'demo-without-page' });
    try {
      let refused: Promise<void> | null = null;
      await forwardRequest(request, response, {
        ...{ connection, path, prefix: '', token, over },
        base: addressText(profile.address).replace(/\/$/, ''),
        onAnswer: (status) => {
          if (status === 401) this.#deps.onRefused(profile.id);
        },
        refuse: (status, why) => {
          refused = stop(status, why);
        },
      });
      await refused;
    } finally {
      await connection.close();
    }
  }

  #end(pid: number): void {
    this.#senders.get(pid)?.over.abort(new Cancelled());
    this.#senders.delete(pid);
  }
}

interface Forwarded {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly profile: Profile;
  readonly over: AbortSignal;
  readonly stop: (status: number, why: ForwardingStop) => Promise<void>;
}

/** Answers in the place of the server; the sentence is for people, the code for scripts. */
function refuse(response: ServerResponse, status: number, code: string, sentence: string): void {
  response.writeHead(status, {
    ...headersForProgram({ 'content-type': 'application/json; charset=utf-8' }),
    // What is still to arrive of the request is not waited for.
    connection: 'close',
  });
  response.end(`${JSON.stringify({ ffsm: sentence, code })}\n`);
}
