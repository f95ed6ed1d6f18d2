import type { CopyFormat } from '../../contract/core/copy-format.ts';
import { formatAgo } from '../../contract/i18n/format-time.ts';
import type { Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { copyWithoutAsking } from '../actions/copy-session.ts';
import { compareCertificate, logIn } from '../actions/session-actions.ts';
import { Button } from '../components/buttons/button.tsx';
import { ConfirmDialog } from '../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { type CopyWarning, closeDialog } from '../state/view-state.ts';

interface Props {
  readonly row: Row;
  readonly format: CopyFormat | null;
  readonly problem: CopyWarning;
}

/** Asks about copying a header that will not work, or may be sent to another server. */
export function CopyAnywayDialog({ row, format, problem }: Props) {
  const t = useTranslate();
  const { id } = row.profile;
  return (
    <ConfirmDialog
      title={t('forms:copyAnyway.title')}
      dismissable
      onClose={closeDialog}
      closeLabel={t('window:cancel')}
      actions={
        <>
          <Button
            onPress={() => {
              closeDialog();
              void copyWithoutAsking({ profileId: id, format }, true);
            }}
          >
            {t('forms:copyAnyway.copy')}
          </Button>
          {problem.code === 'certificate-in-doubt' ? (
            <Button
              variant="primary"
              onPress={() => {
                closeDialog();
                void compareCertificate(id);
              }}
            >
              {t('servers:compare')}
            </Button>
          ) : (
            <Button variant="primary" onPress={() => logIn(id)}>
              {t('forms:copyAnyway.logInAgain')}
            </Button>
          )}
        </>
      }
    >
      <p>{describeWarning(t, row, problem)}</p>
    </ConfirmDialog>
  );
}

function describeWarning(t: Translate, row: Row, problem: CopyWarning): string {
  const { name, userName: user } = row.profile;
  switch (problem.code) {
    case 'session-expired':
      return t('forms:copyAnyway.expired', { name, user, ago: formatAgo(t, problem.expiredAt, Date.now()) });
    case 'session-was-refused':
      return t('forms:copyAnyway.refused', { name, user });
    case 'certificate-in-doubt':
      return t('forms:copyAnyway.certificate', { name });
  }
}
