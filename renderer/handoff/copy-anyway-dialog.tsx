import type { Problem } from '../../contract/problem.ts';
import type { Row } from '../../contract/state.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../parts/dialog.tsx';
import { logIn } from '../sessions/session-actions.ts';
import { sayAgo } from '../sessions/time-words.ts';
import { closeDialog } from '../state/view-state.ts';
import { useWords } from '../words.ts';
import { copyAtOnce } from './copy-header.ts';

interface Props {
  readonly row: Row;
  readonly problem: Problem;
}

/** Asks what to do with a header that will not work. */
export function CopyAnywayDialog({ row, problem }: Props) {
  const t = useWords();
  const { id, name, userName: user } = row.profile;
  return (
    <Dialog title={t('forms.copyAnyway.title')} width="small" dismissable onClose={closeDialog}>
      <DialogBody>
        <p>
          {problem.code === 'session-expired'
            ? t('forms.copyAnyway.expired', { name, user, ago: sayAgo(t, problem.expiredAt, Date.now()) })
            : t('forms.copyAnyway.refused', { name, user })}
        </p>
      </DialogBody>
      <DialogButtons>
        <Button onPress={closeDialog}>{t('window.cancel')}</Button>
        <Button
          onPress={() => {
            closeDialog();
            void copyAtOnce(id, true);
          }}
        >
          {t('forms.copyAnyway.copy')}
        </Button>
        <Button autoFocus loudness="primary" onPress={() => logIn(id)}>
          {t('forms.copyAnyway.logInAgain')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
