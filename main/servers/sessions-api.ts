import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { Token } from '../token/token.ts';
import type { Question } from './connection.ts';
import { within } from './http/timeouts.ts';
import type { Call } from './refusals.ts';
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
  blockQuestion,
  blocksQuestion,
  changeBlockQuestion,
  endSessionQuestion,
  endSessionsQuestion,
  type SessionWish,
  sessionsQuestion,
  unblockQuestion,
} from './sessions-requests.ts';
import type { ServerLine, Told } from './transport.ts';

type Answered<Value> = Promise<Result<Value, ServerProblem>>;

/** SECURITY: what these calls are refused says nothing about the session that asks (0019). */
const other: Call = { kind: 'other' };

/** What an account may ask about sessions and blocked devices, over the line of its profile and with its token. */
export class SessionCalls {
  readonly #line: ServerLine;
  readonly #token: Token;
  readonly #signal: AbortSignal;

  constructor(line: ServerLine, token: Token, signal: AbortSignal) {
    this.#line = line;
    this.#token = token;
    this.#signal = signal;
  }

  /** One page of the sessions that the account may see. */
  sessions(wish: SessionWish, cursor: string | null): Answered<Told<ListPage<ListedSession>>> {
    const question = sessionsQuestion(this.#line.caller(), this.#token, wish, cursor);
    return this.#within((signal) => this.#line.askFor(question, other, readSessions, signal));
  }

  /** Ends one session; `not-found` when the server does not know it, or does not let this account see it. */
  end(id: string): Answered<void> {
    return this.#tell(endSessionQuestion(this.#line.caller(), this.#token, id));
  }

  /** Ends many sessions; the server answers for all of them at once, and not which of them it ended. */
  endMany(ids: readonly string[]): Answered<void> {
    return this.#tell(endSessionsQuestion(this.#line.caller(), this.#token, ids));
  }

  /** One page of the blocked devices. */
  blocks(cursor: string | null): Answered<Told<ListPage<ListedBlock>>> {
    const question = blocksQuestion(this.#line.caller(), this.#token, cursor);
    return this.#within((signal) => this.#line.askFor(question, other, readBlocks, signal));
  }

  block(deviceId: string, words: BlockWords): Answered<void> {
    return this.#tell(blockQuestion(this.#line.caller(), this.#token, deviceId, words));
  }

  changeBlock(id: string, words: BlockWords): Answered<void> {
    return this.#tell(changeBlockQuestion(this.#line.caller(), this.#token, id, words));
  }

  unblock(id: string): Answered<void> {
    return this.#tell(unblockQuestion(this.#line.caller(), this.#token, id));
  }

  /** Asks for something whose success has nothing to say. */
  #tell(question: Question): Answered<void> {
    return this.#within(async (signal) => {
      const exchange = await this.#line.ask(question, signal);
      if (!exchange.ok) return fail(exchange.problem);
      const { answer } = exchange;
      // FindFace says 201 or 204; a page with 200 may come from a machine in between that did nothing.
      if (answer.status === 204 || answer.status === 201) return ok(undefined);
      if (!isSuccess(answer)) return fail(this.#line.refusal(other, answer));
      const read = readSuccess(answer, this.#line.host, () => ({ ok: true, value: undefined }));
      return read.ok ? ok(undefined) : fail(read.problem);
    });
  }

  #within<Value>(work: (signal: AbortSignal) => Answered<Value>): Answered<Value> {
    return within(this.#line.patience.otherMs, this.#signal, work);
  }
}
