import { Button } from '../components/buttons/button.tsx';
import { ConfirmDialog } from '../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog } from '../state/view-state.ts';
import { turnPresentation } from './turn-presentation.ts';

/** Instead of a dialog that would need or save true names. */
export function NeedsNamesDialog() {
  const t = useTranslate();
  return (
    <ConfirmDialog
      title={t('presentation:needsNames.title')}
      closeLabel={t('window:cancel')}
      onClose={closeDialog}
      actions={<Button onPress={turnPresentation}>{t('presentation:turnOff')}</Button>}
    >
      <p>{t('presentation:needsNames.text')}</p>
    </ConfirmDialog>
  );
}
