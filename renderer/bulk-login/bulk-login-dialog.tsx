import { useAppState } from '../state/app-state.ts';
import { ChoiceDialog } from './choice-dialog.tsx';
import { RunDialog } from './run-dialog.tsx';

/** Logs in to several servers with one password: what to log in to, and then how it goes. */
export function BulkLoginDialog() {
  const run = useAppState((state) => state.bulkLogin);
  return run === null ? <ChoiceDialog /> : <RunDialog run={run} />;
}
