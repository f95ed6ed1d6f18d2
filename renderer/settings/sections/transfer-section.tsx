import { Button } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { openDialog } from '../../state/view-state.ts';
import { SettingGroup, SettingRow } from '../lines/setting.tsx';

/** Export, backup and import. */
export function TransferSection() {
  const t = useTranslate();
  const isEmpty = useAppState((state) => state.rows.length === 0);
  return (
    <SettingGroup>
      <SettingRow name="export">
        <Button isDisabled={isEmpty} onPress={() => openDialog({ kind: 'export' })}>
          {t('transfer:export')}
        </Button>
      </SettingRow>
      <SettingRow name="backUp">
        <Button isDisabled={isEmpty} onPress={() => openDialog({ kind: 'back-up' })}>
          {t('transfer:backUp')}
        </Button>
      </SettingRow>
      <SettingRow name="import">
        <Button onPress={() => openDialog({ kind: 'import' })}>{t('transfer:import')}</Button>
      </SettingRow>
    </SettingGroup>
  );
}
