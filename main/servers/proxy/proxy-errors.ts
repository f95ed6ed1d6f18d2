import type { ProxyProblem } from '../../../contract/core/connection-problem.ts';
import { sanitizeText } from '../http/sanitize-text.ts';
import { NoUsableRoute, ProxyFailed } from './proxy-failed.ts';

/** The problem for a proxy that opened no tunnel; null if the error has another cause. */
export function proxyProblem(
  error: unknown,
  host: string,
  chosenBy: 'system' | 'profile',
): ProxyProblem | null {
  if (error instanceof NoUsableRoute)
    return { code: 'proxy-settings-strange', host, answer: sanitizeText(error.answer, 100) };
  if (!(error instanceof ProxyFailed)) return null;
  const { proxy, trouble } = error;
  const which = { host, proxy, chosenBy };
  switch (trouble.kind) {
    case 'unreachable':
      return { code: 'proxy-unreachable', ...which, reason: trouble.reason };
    case 'wants-login':
      return { code: 'proxy-wants-login', ...which, schemes: trouble.schemes };
    case 'refused':
      return { code: 'proxy-refused', ...which, status: trouble.status };
    case 'strange':
      return { code: 'proxy-strange', ...which };
  }
}
