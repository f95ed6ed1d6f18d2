import { Button } from '../parts/button.tsx';
import { openDialog } from '../state/view-state.ts';
import { useWords } from '../words.ts';
import { tryAgain } from './store-actions.ts';
import type { WayOut } from './store-rules.ts';

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
