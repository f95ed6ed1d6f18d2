import type { Problem } from '../../contract/core/problem.ts';
import type { Translate } from '../../contract/texts.ts';

/** The technical details of a problem, for support; never a secret. */
export function problemFacts(t: Translate, problem: Problem): readonly (readonly [string, string])[] {
  const facts: (readonly [string, string])[] = [[t('session:problemReport.code'), problem.code]];
  if ('host' in problem) facts.push([t('session:problemReport.server'), problem.host]);
  if ('status' in problem) facts.push([t('session:problemReport.status'), String(problem.status)]);
  if ('serverCode' in problem && problem.serverCode !== null)
    facts.push([t('session:problemReport.serverCode'), problem.serverCode]);
  if ('desc' in problem && problem.desc !== null) facts.push([t('session:problemReport.desc'), problem.desc]);
  const reason = problemReason(problem);
  if (reason !== null) facts.push([t('session:problemReport.reason'), reason]);
  if ('certificate' in problem)
    facts.push([t('session:problemReport.fingerprint'), problem.certificate.fingerprint]);
  return facts;
}

function problemReason(problem: Problem): string | null {
  switch (problem.code) {
    case 'server-unreachable':
    case 'certificate-untrusted':
    case 'not-saved':
    case 'not-written':
      return problem.reason;
    case 'tls-failed':
      return problem.detail;
    case 'strange-answer':
      return problem.field;
    case 'redirected':
      return problem.to;
    case 'not-allowed':
      return problem.missing.join(', ') || null;
    case 'request-refused':
      return problem.parameter;
    case 'foreign-authentication':
      return problem.scheme;
    case 'logout-unconfirmed':
    case 'ending-unconfirmed':
      return problem.cause?.code ?? null;
    default:
      return null;
  }
}

/** The details as text, one per line. */
export function formatFacts(facts: readonly (readonly [string, string])[]): string {
  return facts.map(([term, value]) => `${term}: ${value}`).join('\n');
}
