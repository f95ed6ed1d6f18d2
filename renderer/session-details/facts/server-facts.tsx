import type { Row } from '../../../contract/state.ts';
import { Fact, FactList } from '../../components/display/description-list.tsx';
import { Section } from '../../components/layout/section.tsx';
import { type Say, sayAgo, sayLength } from '../../i18n/format-time.ts';
import { languageName } from '../../i18n/language.ts';
import { useWords } from '../../i18n/translate.ts';
import { sayAuth } from '../../probe/probe-text.ts';
import { useAppState } from '../../state/app-state.ts';
import { useNow } from '../../time/clock.ts';
import styles from './server-facts.module.css';

/** What a server tells everybody about itself. */
export function ServerFacts({ server }: { readonly server: NonNullable<Row['server']> }) {
  const t = useWords();
  const now = useNow();
  const language = useAppState((state) => state.language);
  const onOrOff = (on: boolean): string => t(on ? 'probe.on' : 'probe.off');
  const { activeDirectory, authType, cproauth, languages, seenAt, sessionSeconds } = server;
  return (
    <Section title={t('probe.about')}>
      <FactList>
        <Fact term={t('probe.howToLogIn')}>{sayAuth(t, authType)}</Fact>
        <Fact term={t('probe.sessionLength')}>
          {sessionSeconds === null ? t('details.unknown') : sayLength(t, sessionSeconds)}
        </Fact>
        <Renewal t={t} server={server} />
        <Fact term={t('details.activeDirectory')}>{onOrOff(activeDirectory)}</Fact>
        {cproauth ? <Fact term={t('probe.certificateLogin')}>{onOrOff(cproauth)}</Fact> : null}
        <Fact term={t('probe.languages')}>
          {languages.map((name) => languageName(name, language)).join(', ')}
        </Fact>
      </FactList>
      <p className={styles.told}>{t('probe.toldAgo', { ago: sayAgo(t, seenAt, now) })}</p>
    </Section>
  );
}

/** Only where a face alone lets in, a session can be renewed by one. */
function Renewal({ t, server }: { readonly t: Say; readonly server: NonNullable<Row['server']> }) {
  const { authType, needsRenewal, renewIntervalSeconds } = server;
  if (!needsRenewal || (authType !== 'face' && authType !== 'face_or_password')) return null;
  return (
    <Fact term={t('probe.renewal')}>
      {renewIntervalSeconds === null
        ? t('probe.renewalByFace')
        : t('probe.renewalEvery', { span: sayLength(t, renewIntervalSeconds) })}
    </Fact>
  );
}
