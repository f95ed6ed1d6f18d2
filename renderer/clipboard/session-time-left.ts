import type { EpochMs } from '../../contract/core/time.ts';
import type { ClipboardNote } from '../../contract/state.ts';

const shortMs = 60_000;

/** For how many seconds a header still works whose session had under a minute left when it was copied; null for others. */
export function secondsOfSession({ endsAt, copiedAt }: ClipboardNote, now: EpochMs): number | null {
  if (endsAt === null || endsAt - copiedAt >= shortMs) return null;
  return Math.max(0, Math.ceil((endsAt - now) / 1_000));
}
