import type { CopyFormat } from '../../contract/core/copy-format.ts';
import type { Row } from '../../contract/state.ts';
import { copyWithoutAsking } from '../actions/copy-session.ts';
import { Button } from '../components/buttons/button.tsx';
import { ConfirmDialog } from '../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog } from '../state/view-state.ts';

interface Props {
  readonly row: Row;
  readonly format: CopyFormat | null;
}

/** Confirms copying the header of a production server. */
export function CopyProductionDialog({ row, format }: Props) {
  const t = useTranslate();
  const { id, name, userName: user } = row.profile;
  return (
    <ConfirmDialog
      title={t('forms:copyProduction.title')}
      dismissable
      onClose={closeDialog}
      closeLabel={t('window:cancel')}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            closeDialog();
            void copyWithoutAsking({ profileId: id, format });
          }}
        >
          {t('forms:copyProduction.copy')}
        </Button>
      }
    >
      <p>{t('forms:copyProduction.text', { name, user })}</p>
    </ConfirmDialog>
  );
}
