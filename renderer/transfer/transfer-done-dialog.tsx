import { Button } from '../components/buttons/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
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
    <Dialog title={title} onClose={closeDialog} dismissable width="small">
      <DialogBody>
        <div role="status">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </DialogBody>
      <DialogButtons>
        <Button autoFocus variant="primary" onPress={closeDialog}>
          {t('window:close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
