import type { ResponseProblem, ServerProblem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { noWords, readErrorBody } from './http/error-body.ts';
import { isJsonResponse, type ResponseHeaders } from './http/headers.ts';
import { tlsHint } from './http/tls-errors.ts';
import { readJson } from './http/untrusted-json.ts';
import { type RequestKind, refusalProblem } from './refusals.ts';
import type { ParsedResponse } from './responses/user-response.ts';

/** A response, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: Uint8Array;
  readonly tookMs: number;
}

/** Whether the status is a success. */
export function isSuccess(response: HttpResponse): boolean {
  return response.status >= 200 && response.status < 300;
}

/** Parses the body of a success; fails if it cannot be from FindFace. */
export function readSuccess<Value>(
  response: HttpResponse,
  host: string,
  reader: (raw: unknown) => ParsedResponse<Value>,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: ResponseProblem } {
  const strange = (field: string) =>
    ({ ok: false, problem: { code: 'strange-answer', host, field } }) as const;
  if (response.body.length === 0) return strange('body');
  // A captive portal answers every request with 200 and its own page.
  if (!isJsonResponse(response.headers)) {
    return { ok: false, problem: { code: 'not-findface', host, status: response.status } };
  }
  const json = readJson(response.body);
  if (!json.ok) {
    return json.why === 'too-deep'
      ? strange('body')
      : { ok: false, problem: { code: 'answer-broken', host } };
  }
  const read = reader(json.value);
  return read.ok ? read : strange(read.field);
}

/** The problem for a response that is not a success. */
export function readRefusal(
  response: HttpResponse,
  call: RequestKind,
  origin: string,
  now: EpochMs,
): ServerProblem {
  const isJson = isJsonResponse(response.headers);
  const hint = isJson ? null : tlsHint(response.status, response.body, new URL(origin).host);
  if (hint !== null) return hint;
  const json = isJson ? readJson(response.body) : null;
  const body = json?.ok ? readErrorBody(json.value) : noWords;
  return refusalProblem({ call, status: response.status, headers: response.headers, body, origin, now });
}
