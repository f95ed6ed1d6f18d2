import { useState } from 'react';
import type { Storage } from '../../contract/state.ts';
import { Button } from '../components/buttons/button.tsx';
import { Switch } from '../components/forms/switch.tsx';
import type { Say } from '../i18n/format-time.ts';
import { useWords } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { shutStore } from '../state/vault-status.ts';
import { WaysOut } from '../vault/recovery-actions.tsx';
import { type StoreChange, StoreChangeDialog } from '../vault/vault-change-dialog.tsx';
import styles from './vault-tab.module.css';

/** Where tokens are kept, and what opens the token store. */
export function StoreTab() {
  const t = useWords();
  const storage = useAppState((state) => state.storage);
  const [asking, setAsking] = useState<StoreChange | null>(null);
  const [rotated, setRotated] = useState(false);
  const shut = shutStore(storage);
  const sealed = storage.kind === 'sealed' ? storage : null;

  function close(change: StoreChange | null): void {
    setAsking(null);
    setRotated(change === 'rotate');
  }

  return (
    <>
      <p>{whereWords(t, storage)}</p>
      {shut === null || shut.ways.length === 0 ? null : (
        <div className={styles.buttons}>
          <WaysOut ways={shut.ways} />
        </div>
      )}
      {shut === null ? <PassphraseButtons storage={storage} onAsk={setAsking} /> : null}
      {sealed === null ? null : (
        <>
          <KeyringSwitch by={sealed.by} passphrase={sealed.passphrase} onAsk={setAsking} />
          <div className={styles.buttons}>
            <Button onPress={() => setAsking('rotate')}>{t('store.rotate')}</Button>
          </div>
        </>
      )}
      <p role="status">{rotated ? t('store.rotated') : ''}</p>
      {asking === null ? null : (
        <StoreChangeDialog
          change={asking}
          storage={storage}
          onDone={() => close(asking)}
          onClose={() => close(null)}
        />
      )}
    </>
  );
}

interface ButtonsProps {
  readonly storage: Storage;
  readonly onAsk: (change: StoreChange) => void;
}

function PassphraseButtons({ storage, onAsk }: ButtonsProps) {
  const t = useWords();
  if (storage.kind !== 'sealed' || !storage.passphrase)
    return (
      <div className={styles.buttons}>
        <Button onPress={() => onAsk('set')}>{t('store.set')}</Button>
      </div>
    );
  const isOnlyWayIn = storage.by === null;
  return (
    <div>
      <div className={styles.buttons}>
        <Button onPress={() => onAsk('change')}>{t('store.change')}</Button>
        <Button
          isDisabled={isOnlyWayIn}
          {...(isOnlyWayIn ? { 'aria-describedby': 'only-way-in' } : {})}
          onPress={() => onAsk('remove')}
        >
          {t('store.remove')}
        </Button>
      </div>
      {isOnlyWayIn ? (
        <p id="only-way-in" className={styles.hint}>
          {t('store.onlyWayIn')}
        </p>
      ) : null}
    </div>
  );
}

type KeyringSwitchProps = Pick<Extract<Storage, { kind: 'sealed' }>, 'by' | 'passphrase'> &
  Pick<ButtonsProps, 'onAsk'>;

function KeyringSwitch({ by, passphrase, onAsk }: KeyringSwitchProps) {
  const t = useWords();
  const keeper = by === null ? t('store.keyring') : t(`window.storage.keepers.${by}`);
  return (
    <Switch
      label={t('store.byItself', { keeper })}
      hint={t(passphrase ? 'store.byItselfHint' : 'store.byItselfOnly')}
      on={by !== null}
      disabled={!passphrase}
      onChange={(on) => onAsk(on ? 'keyring-on' : 'keyring-off')}
    />
  );
}

function whereWords(t: Say, storage: Storage): string {
  if (storage.kind === 'opening') return t('store.where.opening');
  if (storage.kind === 'memory-only') return t(`window.storage.memoryOnly.${storage.reason}`);
  if (storage.by === null) return t('store.where.byPassphrase');
  const keeper = t(`window.storage.keepers.${storage.by}`);
  return t(storage.passphrase ? 'store.where.byBoth' : 'store.where.byKeyring', { keeper });
}
