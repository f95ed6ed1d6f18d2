import { retryVault } from '../actions/vault-actions.ts';
import { Button } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import type { RecoveryAction } from '../state/vault-status.ts';
import { openDialog } from '../state/view-state.ts';

/** The buttons for a closed vault. */
export function RecoveryActions({ actions }: { readonly actions: readonly RecoveryAction[] }) {
  return actions.map((action) => <RecoveryButton key={action} action={action} />);
}

function RecoveryButton({ action }: { readonly action: RecoveryAction }) {
  const t = useTranslate();
  switch (action) {
    case 'enter-passphrase':
      return <Button onPress={() => openDialog({ kind: 'unlock-vault' })}>{t('vault:unlock')}</Button>;
    case 'retry':
      return <Button onPress={() => void retryVault()}>{t('vault:tryAgain')}</Button>;
    case 'reset-vault':
      return <Button onPress={() => openDialog({ kind: 'reset-vault' })}>{t('vault:reset')}</Button>;
  }
}
