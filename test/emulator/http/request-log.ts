import type { IncomingHttpHeaders } from 'node:http';
import { matches } from '../switches/switch-board.ts';
import { stripPrefix } from './route.ts';

/** A request as it arrived; the path with prefix and query. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly bodyLength: number;
  /** Epoch milliseconds of the real clock, after the request was read. */
  readonly time: number;
}

/** Limit of recorded requests: more than any test sends, and small enough for a demo that runs for days. */
const longest = 20_000;

/** The requests to the emulator. */
export class RequestLog {
  readonly #requests: RecordedRequest[] = [];
  #underWay = 0;
  #mostAtOnce = 0;

  get all(): readonly RecordedRequest[] {
    return this.#requests;
  }

  /** Maximum number of concurrent requests so far. */
  get maxAtOnce(): number {
    return this.#mostAtOnce;
  }

  /** Number of requests to a path, with or without the prefix. */
  count(where: string, prefix: string): number {
    return this.#requests.filter(({ method, path }) => {
      const asSent = path.replace(/\?.*$/s, '');
      return matches(where, method, asSent) || matches(where, method, stripPrefix(asSent, prefix).path);
    }).length;
  }

  add(request: RecordedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > longest) this.#requests.shift();
  }

  forget(): void {
    this.#requests.length = 0;
    this.#mostAtOnce = 0;
  }

  started(): void {
    this.#underWay += 1;
    this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#underWay);
  }

  ended(): void {
    this.#underWay -= 1;
  }
}
