import { useEffect, useState } from 'react';
import { shortAddress } from '../../contract/profiles/profile.ts';
import type { PasteStage, PasteStep } from '../../contract/sessions/pasted-token.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { useCertificatePrompt } from '../certificate/use-certificate-prompt.tsx';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { closeDialog } from '../state/view-state.ts';
import styles from './login.module.css';

/** Stores a token from the clipboard; the page never sees it. */
export function PasteTokenDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id: profileId, name, userName, address } = row.profile;
  const [stage, setStage] = useState<PasteStage | null>(null);
  const [cleared, setCleared] = useState(false);
  const [busy, setBusy] = useState(false);
  const clearing = useAsyncCall();
  const [problem, tell] = useState(clearing.problem);
  const { handles, prompt } = useCertificatePrompt(() => void go('send'), tell);
  useEffect(() => () => void bridge.dropPastedToken(), []);

  async function go(step: PasteStep): Promise<void> {
    if (busy) return;
    setBusy(true);
    tell(null);
    const result = await bridge.pasteToken({ profileId, step });
    setBusy(false);
    if (result.ok) return setStage(result.value);
    if (handles(profileId, result.problem)) return;
    setStage(null);
    // A person who answered the confirmation with Cancel needs no message.
    if (result.problem.code !== 'cancelled') tell(result.problem);
  }

  const isKept = stage?.kind === 'kept';
  const step = stage?.kind === 'other-user' ? 'keep' : 'read';
  const shown = problem ?? clearing.problem;
  const clear = async () => setCleared((await clearing.run(bridge.clearPastedToken())).ok);
  return (
    <Dialog title={t('login:pasted.title', { name })} onClose={closeDialog}>
      <DialogBody>
        <p className={styles.who}>
          {t('forms:login.asUser', { user: userName })} · {shortAddress(address)}
        </p>
        {shown === null ? null : (
          <ProblemBox problem={shown} name={name} userName={userName} session={row.session} />
        )}
        <div role="status">
          <StageText stage={stage} row={row} cleared={cleared} />
        </div>
      </DialogBody>
      <DialogButtons
        aside={
          isKept && !cleared ? <Button onPress={() => void clear()}>{t('login:pasted.clear')}</Button> : null
        }
      >
        {isKept ? (
          <Button variant="primary" autoFocus onPress={closeDialog}>
            {t('window:close')}
          </Button>
        ) : (
          <>
            <Button onPress={closeDialog}>{t('window:cancel')}</Button>
            <Button
              variant="primary"
              autoFocus
              isPending={busy}
              icon={busy ? <Spinner /> : null}
              onPress={() => void go(step)}
            >
              {busy ? t('login:pasted.asking') : t(`login:pasted.${step}`)}
            </Button>
          </>
        )}
      </DialogButtons>
      {prompt}
    </Dialog>
  );
}

interface StageProps {
  readonly stage: PasteStage | null;
  readonly row: Row;
  readonly cleared: boolean;
}

function StageText({ stage, row, cleared }: StageProps) {
  const t = useTranslate();
  const { address, userName } = row.profile;
  const { host } = new URL(address.origin);
  switch (stage?.kind) {
    case undefined:
      return <p>{t('login:pasted.lead', { host })}</p>;
    case 'other-user':
      return (
        <>
          <h3 className={styles.point}>{t('login:pasted.otherTitle')}</h3>
          <p>
            {t('login:pasted.other', { other: fullName(stage.userName, stage.realName), user: userName })}
          </p>
        </>
      );
    case 'kept':
      return (
        <p>
          {t('login:pasted.kept')} {t(cleared ? 'login:pasted.cleared' : 'login:pasted.onClipboard')}
        </p>
      );
  }
}

function fullName(userName: string, realName: string): string {
  return realName === '' ? userName : `${userName} (${realName})`;
}
