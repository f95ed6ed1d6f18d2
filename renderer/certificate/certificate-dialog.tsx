import { useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { Result } from '../../contract/core/result.ts';
import type { TrustDecision } from '../../contract/profiles/probe.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { Button } from '../components/buttons/button.tsx';
import { Fingerprint } from '../components/display/fingerprint.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { AuthorityDialog } from '../connection/authority-dialog.tsx';
import { useAuthorityFile } from '../connection/use-authority-file.ts';
import { useTranslate } from '../i18n/translate.ts';
import { describeDistrust } from '../problems/connection-text.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState, useRow } from '../state/app-state.ts';
import type { CertificateProblem } from '../state/view-state.ts';
import styles from './certificate-dialog.module.css';
import { CertificateFacts } from './certificate-facts.tsx';

interface Props {
  /** Null: for a server that is not saved yet. */
  readonly profileId: ProfileId | null;
  readonly trust: (decision: TrustDecision) => Promise<Result>;
  readonly problem: CertificateProblem;
  readonly onClose: () => void;
  readonly onTrusted: () => void;
}

/** The comparison of an untrusted certificate; nothing is sent until the person decides. */
export function CertificateDialog({ profileId, trust, problem, onClose, onTrusted }: Props) {
  const t = useTranslate();
  const row = useRow(profileId);
  const language = useAppState((state) => state.language);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const file = useAuthorityFile();
  const { certificate, host } = problem;
  const when = { language, now: Date.now() };
  const changed = problem.code === 'certificate-changed';

  async function decide(decision: TrustDecision): Promise<void> {
    setBusy(true);
    const result = await trust(decision);
    setBusy(false);
    if (result.ok) onTrusted();
    else setRefusal(result.problem);
  }

  const shown = refusal ?? file.problem;
  if (file.authority !== null)
    return (
      <AuthorityDialog
        file={file}
        host={host}
        refusal={refusal}
        busy={busy}
        row={row}
        onClose={onClose}
        onTrust={(fingerprint) => void decide({ mode: 'ca', fingerprint })}
      />
    );
  return (
    <Dialog
      title={t(changed ? 'forms:certificate.changedTitle' : 'forms:certificate.compareTitle')}
      onClose={onClose}
      width="medium"
    >
      <DialogBody>
        {shown === null ? null : (
          <ProblemBox
            problem={shown}
            name={row?.profile.name ?? host}
            userName={row?.profile.userName ?? ''}
          />
        )}
        <p>
          {problem.code === 'certificate-changed'
            ? t('forms:certificate.changedText', { host })
            : [...describeDistrust(t, problem, when), t('forms:certificate.compareText')].join(' ')}
        </p>
        {changed ? (
          <section className={styles.print}>
            <h3>{t('forms:certificate.trusted')}</h3>
            <Fingerprint large hex={problem.trusted} />
          </section>
        ) : null}
        <section className={styles.print} data-now>
          <h3>{t(changed ? 'forms:certificate.shownNow' : 'forms:certificate.fingerprint')}</h3>
          <Fingerprint large hex={certificate.fingerprint} />
        </section>
        <CertificateFacts certificate={certificate} language={language} />
        <p className={styles.instead}>{t('connection:pinInstead')}</p>
      </DialogBody>
      <DialogButtons
        aside={
          <Button
            variant="ghost"
            isPending={file.choosing}
            onPress={() => {
              setRefusal(null);
              void file.choose();
            }}
          >
            {t('connection:chooseAuthority')}
          </Button>
        }
      >
        <Button
          isPending={busy}
          icon={busy ? <Spinner /> : null}
          onPress={() => void decide({ mode: 'pin', fingerprint: certificate.fingerprint })}
        >
          {t('forms:certificate.trust')}
        </Button>
        <Button autoFocus variant="primary" onPress={onClose}>
          {t('window:cancel')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
