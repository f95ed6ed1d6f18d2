import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog, openDialog } from '../state/view-state.ts';
import { UnlockFields } from './unlock-fields.tsx';
import { useUnlock } from './use-unlock.ts';

/** Asks for the passphrase of a vault that nothing else opens. */
export function UnlockDialog() {
  const t = useTranslate();
  const unlocking = useUnlock(closeDialog);
  const { form, busy, waitSeconds, onSubmit } = unlocking;
  return (
    <Dialog title={t('vault:unlockTitle')} width="small" onClose={closeDialog}>
      <form ref={form} noValidate onSubmit={onSubmit}>
        <DialogBody>
          <p>{t('vault:unlockText')}</p>
          <UnlockFields unlocking={unlocking} passphrase />
          <div>
            <Button variant="ghost" onPress={() => openDialog({ kind: 'reset-vault' })}>
              {t('vault:lock.forgotten')}
            </Button>
          </div>
        </DialogBody>
        <DialogButtons>
          <Button onPress={closeDialog}>{t('window:cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            isPending={busy}
            isDisabled={waitSeconds > 0}
            icon={busy ? <Spinner /> : null}
          >
            {t(busy ? 'vault:lock.unlocking' : 'vault:lock.unlock')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
