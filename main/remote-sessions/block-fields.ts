import type { RemoteSessionProblem } from '../../contract/core/problem.ts';
import { fail, ok } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { maxReasonLength } from '../../contract/sessions/remote-sessions.ts';
import type { BlockWords } from '../servers/sessions-requests.ts';

const lastMoment = Date.UTC(9999, 11, 31);

/** The fields of a block for the API; a reason is required, and an end has to be in the future. */
export function blockFields(
  reason: string,
  until: EpochMs | null,
  now: EpochMs,
  skewMs: number,
):
  | { readonly ok: true; readonly value: BlockWords }
  | { readonly ok: false; readonly problem: RemoteSessionProblem } {
  const text = reason.trim();
  if (text === '') return fail({ code: 'block-reason-missing' });
  // Servers count characters, not UTF-16 code units.
  if ([...text].length > maxReasonLength)
    return fail({ code: 'block-reason-too-long', longest: maxReasonLength });
  if (until !== null && (until <= now || until + skewMs > lastMoment))
    return fail({ code: 'block-end-not-ahead' });
  return ok({ reason: text, expireDate: until === null ? null : new Date(until + skewMs).toISOString() });
}
