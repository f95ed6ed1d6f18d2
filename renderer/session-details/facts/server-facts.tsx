import type { Row } from '../../../contract/state.ts';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { Section } from '../../components/layout/section.tsx';
import { formatAgo, formatExactDuration } from '../../i18n/format-time.ts';
import { languageName } from '../../i18n/language.ts';
import { type Translate, useTranslate } from '../../i18n/translate.ts';
import { formatLoginMethod } from '../../probe/probe-text.ts';
import { useAppState } from '../../state/app-state.ts';
import { useNow } from '../../time/clock.ts';
import styles from './facts.module.css';

/** The server info. */
export function ServerFacts({ server }: { readonly server: NonNullable<Row['server']> }) {
  const t = useTranslate();
  const now = useNow();
  const language = useAppState((state) => state.language);
  const onOrOff = (on: boolean): string => t(on ? 'probe.on' : 'probe.off');
  const { activeDirectory, authType, cproauth, languages, seenAt, sessionSeconds } = server;
  return (
    <Section title={t('probe.about')}>
      <DescriptionList>
        <DescriptionItem term={t('probe.howToLogIn')}>{formatLoginMethod(t, authType)}</DescriptionItem>
        <DescriptionItem term={t('probe.sessionLength')}>
          {sessionSeconds === null ? t('details.unknown') : formatExactDuration(t, sessionSeconds)}
        </DescriptionItem>
        <Renewal t={t} server={server} />
        <DescriptionItem term={t('details.activeDirectory')}>{onOrOff(activeDirectory)}</DescriptionItem>
        {cproauth ? (
          <DescriptionItem term={t('probe.certificateLogin')}>{onOrOff(cproauth)}</DescriptionItem>
        ) : null}
        <DescriptionItem term={t('probe.languages')}>
          {languages.map((name) => languageName(name, language)).join(', ')}
        </DescriptionItem>
      </DescriptionList>
      <p className={styles.told}>{t('probe.toldAgo', { ago: formatAgo(t, seenAt, now) })}</p>
    </Section>
  );
}

/** Sessions can be renewed only where a face alone is enough to log in. */
function Renewal({ t, server }: { readonly t: Translate; readonly server: NonNullable<Row['server']> }) {
  const { authType, needsRenewal, renewIntervalSeconds } = server;
  if (!needsRenewal || (authType !== 'face' && authType !== 'face_or_password')) return null;
  return (
    <DescriptionItem term={t('probe.renewal')}>
      {renewIntervalSeconds === null
        ? t('probe.renewalByFace')
        : t('probe.renewalEvery', { span: formatExactDuration(t, renewIntervalSeconds) })}
    </DescriptionItem>
  );
}
