import { Button } from '../components/buttons/button.tsx';
import { Section } from '../components/layout/section.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { openDialog } from '../state/view-state.ts';
import styles from './transfer.module.css';

/** Export, backup and import in the settings. */
export function TransferSection() {
  const t = useTranslate();
  const isEmpty = useAppState((state) => state.rows.length === 0);
  return (
    <Section title={t('transfer:section')}>
      <div className={styles.ways}>
        <Button isDisabled={isEmpty} onPress={() => openDialog({ kind: 'export' })}>
          {t('transfer:export')}
        </Button>
        <Button isDisabled={isEmpty} onPress={() => openDialog({ kind: 'back-up' })}>
          {t('transfer:backUp')}
        </Button>
        <Button onPress={() => openDialog({ kind: 'import' })}>{t('transfer:import')}</Button>
      </div>
    </Section>
  );
}
