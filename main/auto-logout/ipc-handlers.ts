import type { LeaseCalls } from '../../contract/sessions/pending-logout.ts';
import type { Endings } from '../sessions/pending-logouts.ts';
import type { LeaseKeeper } from './auto-logout.ts';

/** The parts that answer the calls about leases and endings. */
export interface LeaseAnsweringParts {
  readonly leases: LeaseKeeper;
  readonly endings: Endings;
}

/** One line a call about leases and endings. */
export function leaseAnswers({ leases, endings }: LeaseAnsweringParts): LeaseCalls {
  return {
    setLease: ({ profileId, lease }) => leases.set(profileId, lease),
    tryEnding: ({ profileId, endingId }) => endings.tryNow(profileId, endingId),
    forgetEnding: ({ profileId, endingId }) => endings.forget(profileId, endingId),
  };
}
