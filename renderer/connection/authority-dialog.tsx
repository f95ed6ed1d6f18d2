import type { Problem } from '../../contract/core/problem.ts';
import type { Row } from '../../contract/state.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { AuthorityChoice } from './authority-choice.tsx';
import type { AuthorityFileChoice } from './use-authority-file.ts';

interface Props {
  readonly file: AuthorityFileChoice;
  readonly host: string;
  readonly refusal: Problem | null;
  readonly busy: boolean;
  readonly row: Row | undefined;
  readonly onClose: () => void;
  readonly onTrust: (fingerprint: string) => void;
}

/** The comparison of a CA whose file was chosen instead of trusting a certificate. */
export function AuthorityDialog({ file, host, refusal, busy, row, onClose, onTrust }: Props) {
  const t = useTranslate();
  const { authority } = file;
  const [name, userName] = [row?.profile.name ?? host, row?.profile.userName ?? ''];
  return (
    <Dialog title={t('connection:authorityTitle')} onClose={onClose} width="medium">
      <DialogBody>
        {refusal === null ? null : <ProblemBox problem={refusal} name={name} userName={userName} />}
        <p>{t('connection:authorityText', { host })}</p>
        <AuthorityChoice choice={file} present={null} name={name} userName={userName} />
      </DialogBody>
      <DialogButtons>
        <Button
          isDisabled={authority === null}
          isPending={busy}
          icon={busy ? <Spinner /> : null}
          onPress={() => authority && onTrust(authority.fingerprint)}
        >
          {t('connection:trustAuthority')}
        </Button>
        <Button autoFocus variant="primary" onPress={onClose}>
          {t('window:cancel')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
