import type { Row } from '../../contract/state.ts';
import { ConfirmDialog } from '../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog } from '../state/view-state.ts';

/** Shown instead of a dialog that could not be rendered. */
export function DialogFailed({ row }: { readonly row: Row | undefined }) {
  const t = useTranslate();
  const title =
    row === undefined
      ? t('window:renderFailed.part')
      : t('window:renderFailed.server', { name: row.profile.name });
  return (
    <ConfirmDialog title={title} onClose={closeDialog} closeLabel={t('window:close')}>
      <p>{t(row === undefined ? 'window:renderFailed.partWhy' : 'window:renderFailed.serverWhy')}</p>
    </ConfirmDialog>
  );
}
