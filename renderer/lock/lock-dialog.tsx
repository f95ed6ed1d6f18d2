import { lockAtOnce } from '../actions/vault-actions.ts';
import { Button } from '../components/buttons/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useWords } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { keptCounts } from '../state/vault-status.ts';
import { closeDialog } from '../state/view-state.ts';

/** Asks before a lock forgets the tokens that are in memory only. */
export function LockDialog() {
  const t = useWords();
  const count = useAppState((state) => keptCounts(state.rows).memory);
  return (
    <Dialog title={t('lock.forgetsTitle', { count })} width="small" dismissable onClose={closeDialog}>
      <DialogBody>
        <p>{t('lock.forgetsText', { count })}</p>
      </DialogBody>
      <DialogButtons>
        <Button
          onPress={() => {
            closeDialog();
            void lockAtOnce();
          }}
        >
          {t('lock.lockAnyway')}
        </Button>
        <Button autoFocus loudness="primary" onPress={closeDialog}>
          {t('window.cancel')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
