import { formatAgo, formatExactDuration } from '../../../contract/i18n/format-time.ts';
import type { Row } from '../../../contract/state.ts';
import type { Translate } from '../../../contract/texts.ts';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { Section } from '../../components/layout/section.tsx';
import { languageName } from '../../i18n/language.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { formatLoginMethod } from '../../probe/probe-text.ts';
import { useAppState } from '../../state/app-state.ts';
import { useNow } from '../../time/clock.ts';
import styles from './facts.module.css';

/** The server info. */
export function ServerFacts({ server }: { readonly server: NonNullable<Row['server']> }) {
  const t = useTranslate();
  const now = useNow();
  const language = useAppState((state) => state.language);
  const onOrOff = (on: boolean): string => t(on ? 'forms:probe.on' : 'forms:probe.off');
  const { activeDirectory, authType, cproauth, languages, seenAt, sessionSeconds } = server;
  return (
    <Section title={t('forms:probe.about')}>
      <DescriptionList>
        <DescriptionItem term={t('forms:probe.howToLogIn')}>{formatLoginMethod(t, authType)}</DescriptionItem>
        <DescriptionItem term={t('forms:probe.sessionLength')}>
          {sessionSeconds === null ? t('session:unknown') : formatExactDuration(t, sessionSeconds)}
        </DescriptionItem>
        <Renewal t={t} server={server} />
        <DescriptionItem term={t('session:activeDirectory')}>{onOrOff(activeDirectory)}</DescriptionItem>
        {cproauth ? (
          <DescriptionItem term={t('forms:probe.certificateLogin')}>{onOrOff(cproauth)}</DescriptionItem>
        ) : null}
        <DescriptionItem term={t('forms:probe.languages')}>
          {languages.map((name) => languageName(name, language)).join(', ')}
        </DescriptionItem>
      </DescriptionList>
      <p className={styles.told}>{t('forms:probe.toldAgo', { ago: formatAgo(t, seenAt, now) })}</p>
    </Section>
  );
}

/** Sessions can be renewed only where a face alone is enough to log in. */
function Renewal({ t, server }: { readonly t: Translate; readonly server: NonNullable<Row['server']> }) {
  const { authType, needsRenewal, renewIntervalSeconds } = server;
  if (!needsRenewal || (authType !== 'face' && authType !== 'face_or_password')) return null;
  return (
    <DescriptionItem term={t('forms:probe.renewal')}>
      {renewIntervalSeconds === null
        ? t('forms:probe.renewalByFace')
        : t('forms:probe.renewalEvery', { span: formatExactDuration(t, renewIntervalSeconds) })}
    </DescriptionItem>
  );
}
