import { useState } from 'react';
import { Button } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { countSecrets } from '../../state/vault-status.ts';
import { ForgetPasswordsDialog } from '../../vault/forget-passwords-dialog.tsx';
import { SettingRow } from '../lines/setting.tsx';

/** For how many servers passwords are saved, and a way to delete all of them. */
export function PasswordsSetting() {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const { passwords } = countSecrets(rows);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <SettingRow
        name="passwords"
        hint={t('vault:password.count', { some: passwords, count: rows.length })}
        hintId="saved-passwords"
      >
        <Button
          isDisabled={passwords === 0}
          aria-describedby="saved-passwords"
          onPress={() => setAsking(true)}
        >
          {t('vault:password.forgetAll')}
        </Button>
      </SettingRow>
      {asking ? <ForgetPasswordsDialog count={passwords} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
