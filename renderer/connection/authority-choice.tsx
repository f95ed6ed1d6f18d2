import type { CertificateFacts } from '../../contract/core/certificate.ts';
import { Button } from '../components/buttons/button.tsx';
import { Select } from '../components/forms/select.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { AuthorityCard } from './authority-card.tsx';
import styles from './connection.module.css';
import type { AuthorityFileChoice } from './use-authority-file.ts';

interface Props {
  readonly choice: AuthorityFileChoice;
  /** The CA that is trusted at present. */
  readonly present: CertificateFacts | null;
  readonly name: string;
  readonly userName: string;
}

/** A CA, and the button that chooses a file with another one. */
export function AuthorityChoice({ choice, present, name, userName }: Props) {
  const t = useTranslate();
  const { file, problem } = choice;
  const shown = choice.authority ?? present;
  return (
    <>
      {problem === null ? null : <ProblemBox problem={problem} name={name} userName={userName} />}
      {file !== null && file.authorities.length > 1 ? (
        <Select
          label={t('connection:authorityOf')}
          value={choice.authority?.fingerprint ?? ''}
          onChange={choice.mean}
          options={file.authorities.map(({ fingerprint, subject }) => ({
            value: fingerprint,
            label: `${subject} · ${fingerprint.slice(0, 8)}`,
          }))}
        />
      ) : null}
      {shown === null ? (
        <p className={styles.hint}>{t('connection:caNone')}</p>
      ) : (
        <AuthorityCard authority={shown} />
      )}
      {file !== null && file.unusable > 0 ? (
        <p className={styles.hint}>{t('connection:unusable', { count: file.unusable })}</p>
      ) : null}
      <div className={styles.row}>
        <Button isPending={choice.choosing} onPress={() => void choice.choose()}>
          {t(shown === null ? 'connection:chooseFile' : 'connection:chooseOther')}
        </Button>
      </div>
    </>
  );
}
