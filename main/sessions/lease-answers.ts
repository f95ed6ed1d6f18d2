import type { LeaseCalls } from '../../contract/ending.ts';
import type { Endings } from './endings.ts';
import type { LeaseKeeper } from './lease-keeper.ts';

/** The parts that answer the calls about leases and endings. */
export interface LeaseAnsweringParts {
  readonly leases: LeaseKeeper;
  readonly endings: Endings;
  /** Settled once the vault has been opened, or could not be. */
  readonly opened: Promise<unknown>;
}

/** One line a call about leases and endings. */
export function leaseAnswers({ leases, endings, opened }: LeaseAnsweringParts): LeaseCalls {
  const afterOpening = async <Value>(work: () => Promise<Value>) => {
    await opened;
    return work();
  };
  return {
    setLease: ({ profileId, lease }) => afterOpening(() => leases.set(profileId, lease)),
    tryEnding: ({ profileId, endingId }) => afterOpening(() => endings.tryNow(profileId, endingId)),
    forgetEnding: ({ profileId, endingId }) => afterOpening(() => endings.forget(profileId, endingId)),
  };
}
