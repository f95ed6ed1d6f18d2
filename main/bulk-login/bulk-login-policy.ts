import type { Result } from '../../contract/core/result.ts';
import type { BulkOutcome, BulkSkip } from '../../contract/sessions/bulk-login.ts';
import { judgeLoginFailure } from '../logins/login-failure.ts';

/** One server that a bulk login may come to. */
export interface Candidate {
  readonly origin: string;
  readonly isDomainAccount: boolean;
}

/** What a bulk login has learned so far, and what it therefore must not do any more. */
export interface Learned {
  /** Why nothing is sent to anybody any more; null as long as it goes on. */
  readonly stopped: BulkSkip | null;
  /** Servers that got the password and granted nothing. */
  readonly triedOrigins: ReadonlySet<string>;
  /** What the domain said of the password: nothing yet, that it is right, or something that may have been a no. */
  readonly domain: 'untried' | 'right' | 'tried';
}

/** What a bulk login knows at its beginning. */
export const nothingLearned: Learned = { stopped: null, triedOrigins: new Set(), domain: 'untried' };

/** Why nothing may be sent for this candidate; null if it is its turn. */
export function whyNot({ stopped, triedOrigins, domain }: Learned, candidate: Candidate): BulkSkip | null {
  if (stopped !== null) return stopped;
  if (triedOrigins.has(candidate.origin)) return 'server-tried';
  // SECURITY: a domain counts wrong passwords over all its servers, so none gets the same one twice (0021).
  return candidate.isDomainAccount && domain === 'tried' ? 'domain-tried' : null;
}

/** What is known after a login came back. */
export function learnedFrom(before: Learned, candidate: Candidate, result: Result): Learned {
  const { origin, isDomainAccount } = candidate;
  if (result.ok) return isDomainAccount ? { ...before, domain: 'right' } : before;
  const meaning = judgeLoginFailure(result.problem);
  if (meaning === 'nothing-sent') return before;
  const isDomainInDoubt = isDomainAccount && before.domain !== 'right';
  return {
    // SECURITY: a password that one server refused is most likely mistyped for all of them (0021).
    stopped: before.stopped ?? (meaning === 'refused' ? 'refused-elsewhere' : null),
    triedOrigins: new Set([...before.triedOrigins, origin]),
    domain: isDomainInDoubt ? 'tried' : before.domain,
  };
}

/** How a login that came back is told. */
export function outcomeOf(result: Result): BulkOutcome {
  if (result.ok) return { kind: 'done' };
  const { problem } = result;
  if (problem.code === 'profile-gone') return { kind: 'skipped', why: 'removed' };
  if (problem.code === 'login-under-way') return { kind: 'skipped', why: 'login-under-way' };
  return { kind: judgeLoginFailure(problem) === 'refused' ? 'refused' : 'failed', problem };
}
