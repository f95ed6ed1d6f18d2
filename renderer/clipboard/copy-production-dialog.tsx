import type { Row } from '../../contract/state.ts';
import { copyWithoutAsking } from '../actions/copy-header.ts';
import { Button } from '../components/buttons/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog } from '../state/view-state.ts';

/** Confirms copying the header of a production server. */
export function CopyProductionDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id, name, userName: user } = row.profile;
  return (
    <Dialog title={t('forms:copyProduction.title')} width="small" dismissable onClose={closeDialog}>
      <DialogBody>
        <p>{t('forms:copyProduction.text', { name, user })}</p>
      </DialogBody>
      <DialogButtons>
        {/* Focused, so that a hasty second Enter cancels. */}
        <Button autoFocus onPress={closeDialog}>
          {t('window:cancel')}
        </Button>
        <Button
          variant="primary"
          onPress={() => {
            closeDialog();
            void copyWithoutAsking(id);
          }}
        >
          {t('forms:copyProduction.copy')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
