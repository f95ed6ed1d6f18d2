import type { Row } from '../../contract/state.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog } from '../state/view-state.ts';
import { SessionsTabs } from './sessions-tabs.tsx';

/** The sessions and the blocked devices of a server as a dialog. */
export function SessionsDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  return (
    <Dialog title={t('sessions:title', { name: row.profile.name })} onClose={closeDialog} width="broad">
      <SessionsTabs row={row} onClose={closeDialog} />
    </Dialog>
  );
}
