import type { ServerProblem } from '../../contract/core/problem.ts';
import { readErrorBody } from '../servers/http/error-body.ts';
import { foreignScheme, isJsonResponse } from '../servers/http/headers.ts';
import { readJson } from '../servers/http/untrusted-json.ts';
import type { HttpResponse } from '../servers/response.ts';
import { readConfig, type ServerConfig } from '../servers/responses/config-response.ts';

/** What an answer to `/config.json` says; null if it is not a FindFace server's. A web server may call the file anything. */
export function configFrom(response: HttpResponse): ServerConfig | null {
  if (response.status !== 200) return null;
  const json = readJson(response.body);
  return json.ok ? readConfig(json.value) : null;
}

/**
 * Is this how FindFace turns somebody away who brings no token?
 *
 * It says 401 in JSON with words of its own, or that its licence is broken; a login page, a captive portal and the gates
 * of other products do not.
 */
export function isFindFaceRefusal(response: HttpResponse): boolean {
  if (!isJsonResponse(response.headers)) return false;
  const json = readJson(response.body);
  const body = json.ok ? readErrorBody(json.value) : null;
  // Many other services say `Bearer` beside a `detail`, so only FindFace's `code` counts beside it here.
  if (!body?.isJson || foreignScheme(response.headers, body.code !== null) !== null) return false;
  if (body.code === 'LICENSE_ERROR') return response.status === 401 || response.status === 403;
  return response.status === 401 && (body.code !== null || body.desc !== null);
}

/** What is said of an address where no FindFace was found: the answer that tells most, else that it is none. */
export function bestProblem(problems: readonly ServerProblem[], host: string): ServerProblem {
  const found = telling.map((code) => problems.find((problem) => problem.code === code)).find(Boolean);
  if (found) return found;
  const answered = problems.find((problem) => 'status' in problem);
  return { code: 'not-findface', host, status: answered && 'status' in answered ? answered.status : 200 };
}

const telling: readonly ServerProblem['code'][] = [
  'redirected',
  'foreign-authentication',
  'server-unavailable',
  'too-many-requests',
  'server-failed',
  'answer-too-large',
  'answer-compressed',
];

/** Whether HTTPS failed in a way that says nothing against plain HTTP; over an untrusted certificate it ends there. */
export function mayTryHttp({ code, ...problem }: ServerProblem): boolean {
  // SECURITY: whoever can show a false certificate must not be able to turn it into a connection without one (0014).
  if (code.startsWith('certificate-') || code === 'tls-failed' || code === 'cancelled') return false;
  return !('reason' in problem && problem.reason === 'name-unknown');
}
