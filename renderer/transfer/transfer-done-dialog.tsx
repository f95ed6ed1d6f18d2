import { ConfirmDialog } from '../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog } from '../state/view-state.ts';

interface Props {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** Shows the result. */
export function TransferDoneDialog({ title, sentences }: Props) {
  const t = useTranslate();
  return (
    <ConfirmDialog title={title} onClose={closeDialog} closeLabel={t('window:close')} dismissable>
      <div role="status">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </ConfirmDialog>
  );
}
