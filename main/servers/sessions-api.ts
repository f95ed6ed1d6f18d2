import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { Token } from '../token/token.ts';
import type { HttpRequest } from './connection.ts';
import { withDeadline } from './http/timeouts.ts';
import type { RequestKind } from './refusals.ts';
import { isSuccess, readSuccess } from './response.ts';
import {
  type ListedBlock,
  type ListedSession,
  type ListPage,
  readBlocks,
  readSessions,
} from './responses/sessions-response.ts';
import {
  type BlockWords,
  blockRequest,
  blocksRequest,
  changeBlockRequest,
  endSessionRequest,
  endSessionsRequest,
  type SessionsQuery,
  sessionsRequest,
  unblockRequest,
} from './sessions-requests.ts';
import type { FindFaceTransport, Timed } from './transport.ts';

type ApiResult<Value> = Promise<Result<Value, ServerProblem>>;

/** SECURITY: a refusal of these requests says nothing about the session itself (0019). */
const other: RequestKind = { kind: 'other' };

/** Sessions and blocked devices of a server, requested with the transport and the token of a profile. */
export class SessionsApi {
  readonly #line: FindFaceTransport;
  readonly #token: Token;
  readonly #signal: AbortSignal;

  constructor(transport: FindFaceTransport, token: Token, signal: AbortSignal) {
    this.#line = transport;
    this.#token = token;
    this.#signal = signal;
  }

  /** A page of the sessions that the account may see. */
  sessions(sessionsQuery: SessionsQuery, cursor: string | null): ApiResult<Timed<ListPage<ListedSession>>> {
    const request = sessionsRequest(this.#line.identity(), this.#token, sessionsQuery, cursor);
    return this.#within((signal) => this.#line.request(request, other, readSessions, signal));
  }

  /** Ends one session; `not-found` if the server does not know it or hides it from this account. */
  end(id: string): ApiResult<void> {
    return this.#tell(endSessionRequest(this.#line.identity(), this.#token, id));
  }

  /** Ends many sessions; the response does not say which of them were ended. */
  endMany(ids: readonly string[]): ApiResult<void> {
    return this.#tell(endSessionsRequest(this.#line.identity(), this.#token, ids));
  }

  /** A page of the blocked devices. */
  blocks(cursor: string | null): ApiResult<Timed<ListPage<ListedBlock>>> {
    const request = blocksRequest(this.#line.identity(), this.#token, cursor);
    return this.#within((signal) => this.#line.request(request, other, readBlocks, signal));
  }

  block(deviceId: string, words: BlockWords): ApiResult<void> {
    return this.#tell(blockRequest(this.#line.identity(), this.#token, deviceId, words));
  }

  changeBlock(id: string, words: BlockWords): ApiResult<void> {
    return this.#tell(changeBlockRequest(this.#line.identity(), this.#token, id, words));
  }

  unblock(id: string): ApiResult<void> {
    return this.#tell(unblockRequest(this.#line.identity(), this.#token, id));
  }

  /** Sends a request whose success has no content. */
  #tell(request: HttpRequest): ApiResult<void> {
    return this.#within(async (signal) => {
      const outcome = await this.#line.send(request, signal);
      if (!outcome.ok) return fail(outcome.problem);
      const { response } = outcome;
      // FindFace answers 201 or 204; 200 with a page may come from a gateway that did nothing.
      if (response.status === 204 || response.status === 201) return ok(undefined);
      if (!isSuccess(response)) return fail(this.#line.refusal(other, response));
      const read = readSuccess(response, this.#line.host, () => ({ ok: true, value: undefined }));
      return read.ok ? ok(undefined) : fail(read.problem);
    });
  }

  #within<Value>(work: (signal: AbortSignal) => ApiResult<Value>): ApiResult<Value> {
    return withDeadline(this.#line.timeouts.otherMs, this.#signal, work);
  }
}
