import type { ManyCalls } from '../../contract/profiles/many.ts';
import type { ProfileRemoval } from '../profile-editing/profile-removal.ts';
import type { Runs } from '../state/runs.ts';
import type { UndoSteps } from '../state/undo-steps.ts';
import type { ManyChanges } from './many-changes.ts';
import type { ManySessions } from './many-sessions.ts';

/** What the handlers of the calls about several profiles need. */
export interface ManyHandlerDeps {
  readonly manyChanges: ManyChanges;
  readonly manySessions: ManySessions;
  readonly profileRemoval: ProfileRemoval;
  readonly runs: Runs;
  readonly undoSteps: UndoSteps;
}

/** Handlers of the calls about several profiles. */
export function manyHandlers({
  manyChanges,
  manySessions,
  profileRemoval,
  runs,
  undoSteps,
}: ManyHandlerDeps): ManyCalls {
  return {
    changeMany: ({ profileIds, change }) => manyChanges.change(profileIds, change),
    moveProfiles: ({ profileIds, ...target }) => manyChanges.move(profileIds, target),
    removeMany: ({ profileIds, logOut }) => profileRemoval.removeMany(profileIds, logOut),
    renameTag: ({ from, to }) => manyChanges.renameTag(from, to),
    checkMany: ({ profileIds }) => manySessions.check(profileIds),
    logOutMany: ({ profileIds }) => manySessions.logOut(profileIds),
    undo: ({ id }) => undoSteps.undo(id),
    stopRun: async ({ kind }) => runs.stop(kind),
  };
}
