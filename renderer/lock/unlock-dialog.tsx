import { Button } from '../components/buttons/button.tsx';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog, openDialog } from '../state/view-state.ts';
import { UnlockFields } from './unlock-fields.tsx';
import { useUnlock } from './use-unlock.ts';

/** Asks for the passphrase of a vault that nothing else opens. */
export function UnlockDialog() {
  const t = useTranslate();
  const unlocking = useUnlock(closeDialog);
  const { form, busy, waitSeconds, submit } = unlocking;
  return (
    <Dialog title={t('vault:unlockTitle')} width="small" onClose={closeDialog}>
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={submit}
        submit={{
          label: t(busy ? 'vault:lock.unlocking' : 'vault:lock.unlock'),
          isDisabled: waitSeconds > 0,
        }}
        buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
      >
        <p>{t('vault:unlockText')}</p>
        <UnlockFields unlocking={unlocking} passphrase />
        <div>
          <Button variant="ghost" onPress={() => openDialog({ kind: 'reset-vault' })}>
            {t('vault:lock.forgotten')}
          </Button>
        </div>
      </DialogForm>
    </Dialog>
  );
}
