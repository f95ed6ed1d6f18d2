import { lockNow } from '../actions/vault-actions.ts';
import { Button } from '../components/buttons/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { countSecrets } from '../state/vault-status.ts';
import { closeDialog } from '../state/view-state.ts';

/** Confirms a lock that would drop tokens in memory. */
export function ConfirmLockDialog() {
  const t = useTranslate();
  const count = useAppState((state) => countSecrets(state.rows).memory);
  return (
    <Dialog title={t('vault:lock.forgetsTitle', { count })} width="small" dismissable onClose={closeDialog}>
      <DialogBody>
        <p>{t('vault:lock.forgetsText', { count })}</p>
      </DialogBody>
      <DialogButtons>
        <Button
          onPress={() => {
            closeDialog();
            void lockNow();
          }}
        >
          {t('vault:lock.lockAnyway')}
        </Button>
        <Button autoFocus variant="primary" onPress={closeDialog}>
          {t('window:cancel')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
