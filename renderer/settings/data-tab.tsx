import { Section } from '../components/layout/section.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { countSecrets } from '../state/vault-status.ts';
import { RecordsSection } from './records-section.tsx';
import styles from './settings-tabs.module.css';

/** The data on this computer. */
export function DataTab() {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const { sealed, memory, passwords } = countSecrets(rows);
  return (
    <>
      <Section title={t('vault:data.title')}>
        <dl className={styles.counts}>
          <dt>{t('vault:data.servers')}</dt>
          <dd>{rows.length}</dd>
          <dt>{t('vault:data.encrypted')}</dt>
          <dd>{sealed}</dd>
          <dt>{t('vault:data.memory')}</dt>
          <dd>{memory}</dd>
          <dt>{t('vault:data.passwords')}</dt>
          <dd>{passwords}</dd>
        </dl>
      </Section>
      <RecordsSection />
    </>
  );
}
