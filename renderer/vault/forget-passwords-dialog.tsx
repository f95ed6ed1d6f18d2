import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { ConfirmDialog } from '../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';

interface Props {
  /** How many passwords are saved. */
  readonly count: number;
  readonly onClose: () => void;
}

/** Asks before all saved passwords are deleted. */
export function ForgetPasswordsDialog({ count, onClose }: Props) {
  const t = useTranslate();
  const { busy, problem, run } = useAsyncCall();
  // The question does not change while it is carried out.
  const [asked] = useState(count);

  async function forget(): Promise<void> {
    if ((await run(bridge.forgetAllPasswords())).ok) onClose();
  }

  return (
    <ConfirmDialog
      title={t('vault:password.forgetAllTitle', { count: asked })}
      onClose={onClose}
      closeLabel={t('window:cancel')}
      actions={
        <Button variant="danger" isPending={busy} onPress={() => void forget()}>
          {t('vault:password.forgetAllSubmit')}
        </Button>
      }
    >
      {problem === null ? null : <ProblemBox problem={problem} name={t('window:appName')} userName="" />}
      <p>{t('vault:password.forgetAllText')}</p>
    </ConfirmDialog>
  );
}
