import type { ServerProblem } from '../../contract/core/problem.ts';
import { readErrorBody } from '../servers/http/error-body.ts';
import { foreignScheme, isJsonResponse } from '../servers/http/headers.ts';
import { readJson } from '../servers/http/untrusted-json.ts';
import type { HttpResponse } from '../servers/response.ts';
import { readConfig, type ServerConfig } from '../servers/responses/config-response.ts';

/** Parses a response to `/config.json`; null if it is not from FindFace, since any web server may have such a file. */
export function configFrom(response: HttpResponse): ServerConfig | null {
  if (response.status !== 200) return null;
  const json = readJson(response.body);
  return json.ok ? readConfig(json.value) : null;
}

/**
 * Whether this is FindFace's response to a request without a token.
 *
 * FindFace answers 401 as JSON with its own codes, or reports a broken license; login pages, captive portals and
 * gateways of other products do not.
 */
export function isFindFaceRefusal(response: HttpResponse): boolean {
  if (!isJsonResponse(response.headers)) return false;
  const json = readJson(response.body);
  const body = json.ok ? readErrorBody(json.value) : null;
  // Many other services send `Bearer` with a `detail`, so here only FindFace's `code` counts.
  if (!body?.isJson || foreignScheme(response.headers, body.code !== null) !== null) return false;
  if (body.code === 'LICENSE_ERROR') return response.status === 401 || response.status === 403;
  return response.status === 401 && (body.code !== null || body.desc !== null);
}

/** The problem to report for an address where FindFace was not found: the most specific one. */
export function bestProblem(problems: readonly ServerProblem[], host: string): ServerProblem {
  const found = telling.map((code) => problems.find((problem) => problem.code === code)).find(Boolean);
  if (found) return found;
  const answered = problems.find((problem) => 'status' in problem);
  return { code: 'not-findface', host, status: answered && 'status' in answered ? answered.status : 200 };
}

const telling: readonly ServerProblem['code'][] = [
  'client-certificate-wanted',
  'client-certificate-refused',
  'redirected',
  'foreign-authentication',
  'server-unavailable',
  'too-many-requests',
  'server-failed',
  'answer-too-large',
  'answer-compressed',
];

/** Whether plain HTTP may be tried after this failure of HTTPS; not after an untrusted certificate. */
export function mayTryHttp({ code, ...problem }: ServerProblem): boolean {
  // SECURITY: an attacker with a false certificate must not cause a downgrade to plain HTTP (0014).
  if (/^(client-)?certificate-/.test(code) || code === 'tls-failed' || code === 'cancelled') return false;
  return !('reason' in problem && problem.reason === 'name-unknown');
}
