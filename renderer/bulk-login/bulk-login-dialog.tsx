import type { ProfileId } from '../../contract/profiles/profile.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import { BulkLoginForm } from './bulk-login-form.tsx';
import { BulkLoginResults, closeResults } from './bulk-login-results.tsx';

/** Bulk log-in: first the form, then the results. `only`: the servers that are offered; null: all. */
export function BulkLoginDialog({ only }: { readonly only: readonly ProfileId[] | null }) {
  const t = useTranslate();
  const run = useAppState((state) => state.bulkLogin);
  const close = () => (run === null ? closeDialog() : closeResults(run));
  // One dialog for both, so that the focus returns to where it was before the form.
  return (
    <Dialog title={t('login:bulk.title')} onClose={close} width="large">
      {run === null ? <BulkLoginForm only={only} /> : <BulkLoginResults run={run} />}
    </Dialog>
  );
}
