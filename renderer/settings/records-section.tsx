import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { openDialog } from '../state/view-state.ts';
import { useWords } from '../words.ts';
import styles from './records-section.module.css';

/** What the app writes down about itself: the journal, and the report for whoever helps. */
export function RecordsSection() {
  const t = useWords();
  return (
    <Section title={t('diagnostics.records')}>
      <div className={styles.buttons}>
        <Button onPress={() => openDialog({ kind: 'journal', of: null })}>{t('journal.open')}</Button>
        <Button onPress={() => openDialog({ kind: 'diagnostics' })}>{t('diagnostics.open')}</Button>
      </div>
    </Section>
  );
}
