import { Button } from '../components/buttons/button.tsx';
import { Section } from '../components/layout/section.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { openDialog, openScreen } from '../state/view-state.ts';
import styles from './settings-tabs.module.css';

/** The journal and the diagnostics report. */
export function RecordsSection() {
  const t = useTranslate();
  return (
    <Section title={t('settings:diagnostics.records')}>
      <div className={styles.buttons}>
        <Button onPress={() => openScreen('journal')}>{t('journal:title')}</Button>
        <Button onPress={() => openDialog({ kind: 'diagnostics' })}>{t('settings:diagnostics.open')}</Button>
      </div>
    </Section>
  );
}
