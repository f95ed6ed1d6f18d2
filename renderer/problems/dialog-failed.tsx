import type { Row } from '../../contract/state.ts';
import { Button } from '../components/buttons/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog } from '../state/view-state.ts';

/** In place of a dialog that cannot be drawn. */
export function DialogFailed({ row }: { readonly row: Row | undefined }) {
  const t = useTranslate();
  const title =
    row === undefined
      ? t('window:renderFailed.part')
      : t('window:renderFailed.server', { name: row.profile.name });
  return (
    <Dialog title={title} width="small" onClose={closeDialog}>
      <DialogBody>
        <p>{t(row === undefined ? 'window:renderFailed.partWhy' : 'window:renderFailed.serverWhy')}</p>
      </DialogBody>
      <DialogButtons>
        <Button variant="primary" autoFocus onPress={closeDialog}>
          {t('window:close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
