import type { Profile } from '../../contract/profiles/profile.ts';
import { Button } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { ClientCertificateCard } from './client-certificate-card.tsx';
import styles from './connection.module.css';
import type { ClientCertificateChoice } from './use-client-certificate.ts';

interface Props {
  readonly profile: Profile;
  readonly client: ClientCertificateChoice;
  readonly autoFocus: boolean;
}

/** The client certificate of a profile: which one, another file, none. */
export function ClientCertificateFields({ profile, client, autoFocus }: Props) {
  const t = useTranslate();
  const { certificate, problem } = client;
  return (
    <section className={styles.field} aria-label={t('connection:client.title')}>
      <h4>{t('connection:client.title')}</h4>
      {problem === null ? null : (
        <ProblemBox problem={problem} name={profile.name} userName={profile.userName} />
      )}
      {certificate === null ? (
        <p className={styles.hint}>{t('connection:client.none')}</p>
      ) : (
        <ClientCertificateCard certificate={certificate} />
      )}
      <div className={styles.row}>
        <Button autoFocus={autoFocus} isPending={client.choosing} onPress={() => void client.choose()}>
          {t(
            certificate === null ? 'problems:fixes.chooseClientCertificate' : 'connection:client.chooseOther',
          )}
        </Button>
        {certificate === null ? null : (
          <Button onPress={client.remove}>{t('connection:client.remove')}</Button>
        )}
      </div>
    </section>
  );
}
