import { tryAgain } from '../actions/vault-actions.ts';
import { Button } from '../components/buttons/button.tsx';
import { useWords } from '../i18n/translate.ts';
import type { WayOut } from '../state/vault-status.ts';
import { openDialog } from '../state/view-state.ts';

/** The buttons that help with a token store that is shut. */
export function WaysOut({ ways }: { readonly ways: readonly WayOut[] }) {
  return ways.map((way) => <WayButton key={way} way={way} />);
}

function WayButton({ way }: { readonly way: WayOut }) {
  const t = useWords();
  switch (way) {
    case 'enter-passphrase':
      return <Button onPress={() => openDialog({ kind: 'unlock-store' })}>{t('store.enter')}</Button>;
    case 'try-again':
      return <Button onPress={() => void tryAgain()}>{t('store.tryAgain')}</Button>;
    case 'begin-anew':
      return <Button onPress={() => openDialog({ kind: 'begin-store' })}>{t('store.begin')}</Button>;
  }
}
