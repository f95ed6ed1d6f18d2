import type { Result } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { show } from '../state/view-state.ts';

/** Waits for a call, and shows its problem below the list if it has one. */
export async function report(profileId: ProfileId | null, call: Promise<Result>): Promise<boolean> {
  const result = await call;
  if (result.ok) show({ trouble: null });
  else if (result.problem.code !== 'cancelled') show({ trouble: { profileId, problem: result.problem } });
  return result.ok;
}
