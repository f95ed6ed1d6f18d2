import { Button } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { countSecrets } from '../../state/vault-status.ts';
import { openDialog, openScreen } from '../../state/view-state.ts';
import { SettingGroup, SettingRow, SettingsNote } from '../lines/setting.tsx';
import styles from './sections.module.css';

/** The journal, the diagnostics, and how much is stored on this computer. */
export function DataSection() {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const { sealed, memory, passwords } = countSecrets(rows);
  const counts = [
    [t('vault:data.servers'), rows.length],
    [t('vault:data.encrypted'), sealed],
    [t('vault:data.memory'), memory],
    [t('vault:data.passwords'), passwords],
  ] as const;
  return (
    <>
      <SettingGroup>
        <SettingRow name="journal">
          <Button onPress={() => openScreen('journal')}>{t('journal:title')}</Button>
        </SettingRow>
        <SettingRow name="diagnostics">
          <Button onPress={() => openDialog({ kind: 'diagnostics' })}>
            {t('settings:diagnostics.open')}
          </Button>
        </SettingRow>
      </SettingGroup>
      <SettingsNote>
        <dl className={styles.counts} aria-label={t('vault:data.title')}>
          {counts.map(([what, count]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      </SettingsNote>
    </>
  );
}
