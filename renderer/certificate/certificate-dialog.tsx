import { useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { Result } from '../../contract/core/result.ts';
import { describeDistrust } from '../../contract/i18n/connection-text.ts';
import type { TrustDecision } from '../../contract/profiles/probe.ts';
import type { Pin, ProfileId } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import { Button } from '../components/buttons/button.tsx';
import { EnvironmentBadge } from '../components/display/environment-badge.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { AuthorityDialog } from '../connection/authority-dialog.tsx';
import { useAuthorityFile } from '../connection/use-authority-file.ts';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState, useRow } from '../state/app-state.ts';
import type { CertificateProblem } from '../state/view-state.ts';
import styles from './certificate-dialog.module.css';
import { CertificateTable } from './certificate-table.tsx';
import { readFingerprint } from './fingerprint-match.ts';

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
  const [pasted, setPasted] = useState('');
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

  // SECURITY: what is pasted is compared here and goes nowhere else (0005).
  const expected = readFingerprint(pasted);
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
      width="roomy"
    >
      <DialogBody>
        {shown === null ? null : (
          <ProblemBox
            problem={shown}
            name={row?.profile.name ?? host}
            userName={row?.profile.userName ?? ''}
          />
        )}
        <ServerLine row={row} host={host} />
        <p>
          {problem.code === 'certificate-changed'
            ? t('forms:certificate.changedText', { host })
            : [...describeDistrust(t, problem, when), t('forms:certificate.compareText')].join(' ')}
        </p>
        <CertificateTable
          presented={certificate}
          trusted={problem.code === 'certificate-changed' ? trustedBefore(row, problem.trusted) : null}
          expected={expected}
        />
        <div className={styles.paste}>
          <TextField
            label={t('forms:certificate.paste')}
            hint={t('forms:certificate.pasteHint')}
            problem={pasted.trim() !== '' && expected === null ? t('forms:certificate.malformed') : undefined}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
          />
        </div>
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
          isDisabled={expected !== null && expected !== certificate.fingerprint}
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

/** What is known of the certificate that was trusted until now. */
function trustedBefore(row: Row | undefined, fingerprint: string): Pick<Pin, 'fingerprint'> & Partial<Pin> {
  const tls = row?.profile.tls;
  return tls?.mode === 'pin' && tls.fingerprint === fingerprint ? tls : { fingerprint };
}

function ServerLine({ row, host }: { readonly row: Row | undefined; readonly host: string }) {
  const t = useTranslate();
  if (row === undefined) return null;
  const { name, environment } = row.profile;
  return (
    <p className={styles.server}>
      <b>{name}</b>
      {name === host ? null : <span>{host}</span>}
      <EnvironmentBadge environment={environment}>{t(`window:environment.${environment}`)}</EnvironmentBadge>
    </p>
  );
}
