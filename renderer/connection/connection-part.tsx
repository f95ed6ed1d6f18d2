import type { Problem } from '../../contract/core/problem.ts';
import type { Profile, TlsTrust } from '../../contract/profiles/profile.ts';
import { Button } from '../components/buttons/button.tsx';
import { Fingerprint } from '../components/display/fingerprint.tsx';
import { Select } from '../components/forms/select.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useFieldProblem } from '../problems/field-problem.ts';
import { AuthorityChoice } from './authority-choice.tsx';
import { ClientCertificateFields } from './client-certificate-fields.tsx';
import styles from './connection.module.css';
import { PinDates } from './pin-dates.tsx';
import { isPlainHttp } from './plain-http-warning.tsx';
import type { ConnectionForm } from './use-connection.ts';

interface Props {
  readonly profile: Profile;
  readonly form: ConnectionForm;
  /** The address as typed so far. */
  readonly address: string;
  readonly problem: Problem | null;
  /** Whether the form was opened for the client certificate. */
  readonly startsAtClient: boolean;
}

/** The trust and proxy fields of a profile. */
export function ConnectionFields({ profile, form, address, problem, startsAtClient }: Props) {
  const t = useTranslate();
  return (
    <section className={styles.part}>
      <h3>{t('connection:title')}</h3>
      {isPlainHttp(address) ? (
        <p className={styles.hint}>{t('connection:plainHttpTrust')}</p>
      ) : (
        <>
          <TrustFields profile={profile} form={form} />
          <ClientCertificateFields profile={profile} client={form.client} autoFocus={startsAtClient} />
        </>
      )}
      <ProxyFields profile={profile} form={form} address={address} problem={problem} />
    </section>
  );
}

function TrustFields({ profile, form }: Pick<Props, 'profile' | 'form'>) {
  const t = useTranslate();
  const { tls, name, userName } = profile;
  const modes: readonly TlsTrust['mode'][] = tls.mode === 'pin' ? ['system', 'pin', 'ca'] : ['system', 'ca'];
  return (
    <>
      <Select
        label={t('connection:trust')}
        value={form.trust}
        onChange={form.setTrust}
        options={modes.map((value) => ({ value, label: t(`connection:trustOf.${value}`) }))}
      />
      {tls.mode === 'pin' && form.trust === 'pin' ? (
        <>
          <div className={styles.card}>
            <Fingerprint hex={tls.fingerprint} copyLabel={t('connection:copyFingerprint')} />
            <p className={styles.hint}>{t('connection:pinHint')}</p>
          </div>
          <PinDates tls={tls} />
          <div className={styles.row}>
            <Button onPress={() => form.setTrust('system')}>{t('connection:stopTrusting')}</Button>
          </div>
        </>
      ) : null}
      {tls.mode === 'pin' && form.trust !== 'pin' ? (
        <p className={styles.hint}>{t('connection:pinGone')}</p>
      ) : null}
      {form.trust === 'ca' ? (
        <>
          <AuthorityChoice choice={form.file} present={form.present} name={name} userName={userName} />
          <p className={styles.hint}>{t('connection:caHint')}</p>
        </>
      ) : null}
    </>
  );
}

function ProxyFields({ profile, form, address, problem }: Omit<Props, 'startsAtClient'>) {
  const t = useTranslate();
  const at = useFieldProblem(problem);
  const modes = ['system', 'direct', 'fixed'] as const;
  const url = profile.proxy.mode === 'fixed' ? profile.proxy.url : '';
  return (
    <>
      <Select
        label={t('connection:proxy')}
        value={form.proxy}
        onChange={form.setProxy}
        options={modes.map((value) => ({ value, label: t(`connection:proxyOf.${value}`) }))}
      />
      {form.proxy === 'fixed' ? (
        <>
          <TextField
            name="proxy"
            label={t('connection:proxyUrl')}
            hint={t('connection:proxyHint')}
            placeholder="http://10.0.0.1:3128"
            defaultValue={url}
            problem={at('proxy')}
            autoComplete="off"
            spellCheck={false}
          />
          {isPlainHttp(address) ? <p className={styles.hint}>{t('connection:proxyReads')}</p> : null}
        </>
      ) : null}
    </>
  );
}
