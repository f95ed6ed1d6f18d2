import { join } from 'node:path';
import { watchOutages } from '../checks/outage-notices.ts';
import { OneConfirmation } from '../confirmations/confirmations.ts';
import { logState } from '../diagnostics/state-log.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import { Journal } from '../journal/journal.ts';
import { JournalFile } from '../journal/journal-file.ts';
import { closedWhenLocked } from '../lock/guarded-dialogs.ts';
import { recordSettings } from '../lock/record-settings.ts';
import { promptVaultSetup } from '../lock/vault-setup-prompt.ts';
import type { PolicyFound } from '../policy/policy.ts';
import { Presentation } from '../presentation/presentation.ts';
import type { ServerRules } from '../profile-editing/server-rules.ts';
import { recordChanges } from '../sessions/record-changes.ts';
import { recordRightsChanges } from '../sessions/record-rights-changes.ts';
import { SessionStore } from '../sessions/session-store.ts';
import { LiveState } from '../state/live-state.ts';
import { Notices } from '../state/notices.ts';
import { Runs } from '../state/runs.ts';
import { UndoSteps } from '../state/undo-steps.ts';
import type { AppDeps } from './app-deps.ts';
import { applyPolicy } from './apply-policy.ts';
import type { FileLayer } from './create-files.ts';
import { initialState, reportFileOpening } from './initial-state.ts';

/** The state of the window, its notices and dialogs, and the journal. */
export interface StateLayer extends FileLayer {
  readonly live: LiveState;
  readonly presentation: Presentation;
  readonly notices: Notices;
  readonly runs: Runs;
  readonly undoSteps: UndoSteps;
  readonly journal: Journal;
  readonly sessions: SessionStore;
  readonly confirmations: OneConfirmation;
  readonly policy: PolicyFound;
  readonly serverRules: ServerRules;
  readonly addPolicyServers: () => void;
  /** File dialogs that give nothing once the window is locked. */
  readonly files: FileDialogs;
}

/** Reads the profiles and creates the state with them. */
export async function createState(deps: AppDeps, lower: FileLayer): Promise<StateLayer> {
  const { now, appLog } = deps;
  const { profileStore, users, fileEvents } = lower;
  const opening = await profileStore.open();
  const live = new LiveState(initialState(deps, SessionStore.rowsOf(profileStore.all())));
  // First, so that every listener finds the names of its moment.
  const presentation = new Presentation(live);
  const notices = new Notices(live);
  const files = closedWhenLocked(deps.files, live);
  const confirmations = new OneConfirmation({
    show: deps.showQuestion,
    language: () => live.read().language,
    isLocked: () => live.read().lock.kind === 'locked',
    shown: presentation,
  });
  // SECURITY: a question with true names does not stay on the screen (0050).
  presentation.onTurn(() => confirmations.withdraw());
  const runs = new Runs(live);
  const undoSteps = new UndoSteps(live);
  live.watch(({ lock }) => {
    if (lock?.kind !== 'locked') return;
    confirmations.withdraw();
    runs.stopAll();
    // SECURITY: what undo keeps of removed servers is as secret as what the lock has just wiped (0035).
    undoSteps.dropSecrets();
  });
  const journal = new Journal({
    file: new JournalFile(join(deps.folder, 'journal.jsonl')),
    name: 'journal.jsonl',
    now,
    log: appLog.log,
    onSaved: (name, result) => notices.reportSave(name, result),
  });
  const sessions = new SessionStore({ profileStore, users, live, now });
  logState(live, appLog.log, journal);
  promptVaultSetup(live);
  recordChanges(live, journal);
  recordSettings(live, journal);
  recordRightsChanges({ users, sessions, journal, now });
  watchOutages({ live, notices, now });
  fileEvents.listen({
    onForeign: (file, keptAs) => notices.add({ code: 'file-foreign', file, keptAs }),
    onSaved: (file, result) => notices.reportSave(file, result),
  });
  reportFileOpening(opening, profileStore.fileName, notices);
  const applied = applyPolicy(deps, { live, notices, profileStore, sessions });
  const { policy } = deps;
  return {
    ...{ ...lower, live, presentation, notices, runs, undoSteps, journal, sessions, confirmations, files },
    ...{ policy, ...applied },
  };
}
