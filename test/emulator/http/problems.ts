import type { Switches } from '../switches/switch-table.ts';
import { type Answer, json } from './answer.ts';
import { type Language, say } from './wording.ts';

/** The properties of a request that an error response depends on. */
export interface ProblemContext {
  readonly language: Language;
  readonly switches: Switches;
}

interface Extra {
  readonly param?: string;
  readonly traceback?: string;
  readonly missing_permissions?: readonly string[];
  readonly original_error?: Readonly<Record<string, string>>;
}

/** An error in FindFace's flat format, or in the format of its frameworks. */
export function problem(
  asked: ProblemContext,
  status: number,
  code: string,
  sentence: string,
  extra: Extra = {},
): Answer {
  const desc = say(sentence, asked.language);
  if (asked.switches.errorStyle === 'drf') return json(status, { detail: desc });
  if (asked.switches.errorStyle === 'knox') return json(status, { error: desc });
  return json(status, { code, desc, ...extra });
}

/** 401 with the matching challenge. */
export function unauthorized(asked: ProblemContext, sentence: string, scheme: 'Basic' | 'Token'): Answer {
  const response = problem(asked, 401, 'UNAUTHORIZED', sentence);
  const challenge = challengeFor(asked.switches.challenge, scheme);
  if (challenge === undefined) return response;
  return { ...response, headers: { ...response.headers, 'WWW-Authenticate': challenge } };
}

/** 400 for one field of the body or the query. */
export function badParam(asked: ProblemContext, param: string, sentence: string): Answer {
  return problem(asked, 400, 'BAD_PARAM', sentence, { param, traceback: '' });
}

/** 404 with Django's text; also used for what exists but may not be seen. */
export function notFound(asked: ProblemContext, model?: string): Answer {
  return problem(asked, 404, 'NOT_FOUND', model ? `No ${model} matches the given query.` : 'Not found.');
}

/** 403 with the missing permissions. */
export function forbidden(asked: ProblemContext, missing: readonly string[]): Answer {
  const sentence = 'You do not have permission to perform this action.';
  return problem(asked, 403, 'PERMISSION_DENIED', sentence, { missing_permissions: missing });
}

/** The license error: the token is valid. Its status differs between versions. */
export function licenceProblem(asked: ProblemContext): Answer | undefined {
  if (asked.switches.licence === 'fine') return undefined;
  const sentence = 'Failed to validate FFSecurity license';
  return problem(asked, Number(asked.switches.licence), 'LICENSE_ERROR', sentence, {
    original_error: { code: 'LICENSE_ERROR', desc: 'FKERROR_LICENSE: Invalid license' },
  });
}

function challengeFor(kind: Switches['challenge'], scheme: 'Basic' | 'Token'): string | undefined {
  switch (kind) {
    case 'none':
      return undefined;
    case 'negotiate':
      return 'Negotiate';
    case 'ntlm':
      return 'NTLM';
    case 'digest':
      return 'Digest realm="api", qop="auth", nonce="0a4f113b"';
    case 'usual':
      return scheme === 'Basic' ? 'Basic realm="api"' : 'Token';
  }
}
