import type { Result } from '../../contract/core/result.ts';
import type { BulkOutcome, BulkSkip } from '../../contract/sessions/bulk-login.ts';
import { judgeLoginFailure } from '../logins/login-failure.ts';

/** A server of a bulk log-in. */
export interface Candidate {
  readonly origin: string;
  readonly isDomainAccount: boolean;
}

/** What the responses so far say about sending the password on. */
export interface Learned {
  /** Why the whole run has stopped; null while it continues. */
  readonly stopped: BulkSkip | null;
  /** Origins that received the password and did not grant a session. */
  readonly triedOrigins: ReadonlySet<string>;
  /** What the servers of a domain said about the password: not asked, accepted, or possibly rejected. */
  readonly domain: 'untried' | 'right' | 'tried';
}

/** The state at the start of a run. */
export const nothingLearned: Learned = { stopped: null, triedOrigins: new Set(), domain: 'untried' };

/** Why the password must not be sent for this candidate; null if it may be. */
export function whyNot({ stopped, triedOrigins, domain }: Learned, candidate: Candidate): BulkSkip | null {
  if (stopped !== null) return stopped;
  if (triedOrigins.has(candidate.origin)) return 'server-tried';
  // SECURITY: a domain counts failed log-ins across all its servers, so it gets the same password once (0021).
  return candidate.isDomainAccount && domain === 'tried' ? 'domain-tried' : null;
}

/** The state after the response to one log-in. */
export function learnedFrom(before: Learned, candidate: Candidate, result: Result): Learned {
  const { origin, isDomainAccount } = candidate;
  if (result.ok) return isDomainAccount ? { ...before, domain: 'right' } : before;
  const meaning = judgeLoginFailure(result.problem);
  if (meaning === 'nothing-sent') return before;
  const isDomainInDoubt = isDomainAccount && before.domain !== 'right';
  return {
    // SECURITY: a password that one server rejected was most likely mistyped for all of them (0021).
    stopped: before.stopped ?? (meaning === 'refused' ? 'refused-elsewhere' : null),
    triedOrigins: new Set([...before.triedOrigins, origin]),
    domain: isDomainInDoubt ? 'tried' : before.domain,
  };
}

/** How the result of a log-in is reported in the list of the run. */
export function outcomeOf(result: Result): BulkOutcome {
  if (result.ok) return { kind: 'done' };
  const { problem } = result;
  if (problem.code === 'profile-gone') return { kind: 'skipped', why: 'removed' };
  if (problem.code === 'login-under-way') return { kind: 'skipped', why: 'login-under-way' };
  return { kind: judgeLoginFailure(problem) === 'refused' ? 'refused' : 'failed', problem };
}
