import type { AnswerProblem, ServerProblem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { noWords, readErrorBody } from './http/error-body.ts';
import { type AnswerHeaders, isJsonAnswer } from './http/headers.ts';
import { tlsHint } from './http/tls-errors.ts';
import { readJson } from './http/untrusted-json.ts';
import { type Call, problemOfRefusal } from './refusals.ts';
import type { ReadAnswer } from './responses/user-response.ts';

/** What came back, whatever it says. */
export interface Answer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: Uint8Array;
  readonly tookMs: number;
}

/** Whether the server did what it was asked. */
export function isSuccess(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** Reads the body of a success, or tells why it cannot be FindFace's. */
export function readSuccess<Value>(
  answer: Answer,
  host: string,
  reader: (raw: unknown) => ReadAnswer<Value>,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: AnswerProblem } {
  const strange = (field: string) =>
    ({ ok: false, problem: { code: 'strange-answer', host, field } }) as const;
  if (answer.body.length === 0) return strange('body');
  // A captive portal answers everything with 200 and a page of its own.
  if (!isJsonAnswer(answer.headers)) {
    return { ok: false, problem: { code: 'not-findface', host, status: answer.status } };
  }
  const json = readJson(answer.body);
  if (!json.ok) {
    return json.why === 'too-deep'
      ? strange('body')
      : { ok: false, problem: { code: 'answer-broken', host } };
  }
  const read = reader(json.value);
  return read.ok ? read : strange(read.field);
}

/** What any other answer means for the call that got it. */
export function readRefusal(answer: Answer, call: Call, origin: string, now: EpochMs): ServerProblem {
  const isJson = isJsonAnswer(answer.headers);
  const hint = isJson ? null : tlsHint(answer.status, answer.body, new URL(origin).host);
  if (hint !== null) return hint;
  const json = isJson ? readJson(answer.body) : null;
  const body = json?.ok ? readErrorBody(json.value) : noWords;
  return problemOfRefusal({ call, status: answer.status, headers: answer.headers, body, origin, now });
}
