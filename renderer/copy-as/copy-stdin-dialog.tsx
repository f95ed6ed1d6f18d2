import type { Row } from '../../contract/state.ts';
import { copySession } from '../actions/copy-session.ts';
import { Button } from '../components/buttons/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { isWindows } from '../keyboard/platform.ts';
import { closeDialog } from '../state/view-state.ts';

/** After the command, the header that it reads: copied apart, so that no token stands in the command. */
export function CopyStdinDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const copyHeader = () => {
    closeDialog();
    void copySession({ profileId: row.profile.id, format: 'header' });
  };
  return (
    <Dialog title={t('copying:stdin.title')} onClose={closeDialog} width="small">
      <DialogBody>
        <p>{t('copying:stdin.text', { end: isWindows ? 'Ctrl+Z' : 'Ctrl+D' })}</p>
      </DialogBody>
      <DialogButtons>
        <Button onPress={closeDialog}>{t('window:cancel')}</Button>
        <Button variant="primary" autoFocus onPress={copyHeader}>
          {t('copying:stdin.copyHeader')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
