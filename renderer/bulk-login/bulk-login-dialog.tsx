import { Dialog } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import { BulkLoginForm } from './bulk-login-form.tsx';
import { BulkLoginResults, closeResults } from './bulk-login-results.tsx';

/** Logs in to several servers with one password: what to log in to, and then how it goes. */
export function BulkLoginDialog() {
  const t = useTranslate();
  const run = useAppState((state) => state.bulkLogin);
  const close = () => (run === null ? closeDialog() : closeResults(run));
  // One dialog for both, so that the focus goes back to where it came from, not to what the first one held.
  return (
    <Dialog title={t('bulkLogin.title')} onClose={close} width="large">
      {run === null ? <BulkLoginForm /> : <BulkLoginResults run={run} />}
    </Dialog>
  );
}
