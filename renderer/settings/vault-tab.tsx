import { useState } from 'react';
import type { VaultStatus } from '../../contract/state.ts';
import { Button } from '../components/buttons/button.tsx';
import { Switch } from '../components/forms/switch.tsx';
import { type Translate, useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { describeClosedVault } from '../state/vault-status.ts';
import { RecoveryActions } from '../vault/recovery-actions.tsx';
import { type VaultChange, VaultChangeDialog } from '../vault/vault-change-dialog.tsx';
import styles from './settings-tabs.module.css';
import type { TabProps } from './tab-props.ts';
import { useManaged } from './use-managed.ts';

/** Where tokens are stored, and what opens the vault. */
export function VaultTab({ settings, change }: TabProps) {
  const t = useTranslate();
  const managed = useManaged();
  const storage = useAppState((state) => state.storage);
  const [asking, setAsking] = useState<VaultChange | null>(null);
  const [rotated, setRotated] = useState(false);
  const closedVault = describeClosedVault(storage);
  const sealed = storage.kind === 'sealed' ? storage : null;

  function close(done: VaultChange | null): void {
    setAsking(null);
    setRotated(done === 'rotate');
  }

  return (
    <>
      <p>{describeLocation(t, storage)}</p>
      {closedVault === null || closedVault.actions.length === 0 ? null : (
        <div className={styles.buttons}>
          <RecoveryActions actions={closedVault.actions} />
        </div>
      )}
      {closedVault === null ? <PassphraseButtons storage={storage} onAsk={setAsking} /> : null}
      {sealed === null ? null : (
        <>
          <KeyringSwitch by={sealed.by} passphrase={sealed.passphrase} onAsk={setAsking} />
          <div className={styles.buttons}>
            <Button onPress={() => setAsking('rotate')}>{t('vault:rotate')}</Button>
          </div>
        </>
      )}
      <Switch
        label={t('vault:password.allow')}
        hint={t('vault:password.allowHint')}
        managed={managed('savePasswords')}
        on={settings.savePasswords}
        onChange={(savePasswords) => change({ savePasswords })}
      />
      <p role="status">{rotated ? t('vault:rotated') : ''}</p>
      {asking === null ? null : (
        <VaultChangeDialog
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
  readonly storage: VaultStatus;
  readonly onAsk: (change: VaultChange) => void;
}

function PassphraseButtons({ storage, onAsk }: ButtonsProps) {
  const t = useTranslate();
  if (storage.kind !== 'sealed' || !storage.passphrase)
    return (
      <div className={styles.buttons}>
        <Button onPress={() => onAsk('set')}>{t('vault:set')}</Button>
      </div>
    );
  const isOnlyWayIn = storage.by === null;
  return (
    <div>
      <div className={styles.buttons}>
        <Button onPress={() => onAsk('change')}>{t('vault:change')}</Button>
        <Button
          isDisabled={isOnlyWayIn}
          {...(isOnlyWayIn ? { 'aria-describedby': 'only-way-in' } : {})}
          onPress={() => onAsk('remove')}
        >
          {t('vault:remove')}
        </Button>
      </div>
      {isOnlyWayIn ? (
        <p id="only-way-in" className={styles.vaultHint}>
          {t('vault:cannotRemove')}
        </p>
      ) : null}
    </div>
  );
}

type KeyringSwitchProps = Pick<Extract<VaultStatus, { kind: 'sealed' }>, 'by' | 'passphrase'> &
  Pick<ButtonsProps, 'onAsk'>;

function KeyringSwitch({ by, passphrase, onAsk }: KeyringSwitchProps) {
  const t = useTranslate();
  const keyring = by === null ? t('vault:keyring') : t(`window:storage.keyrings.${by}`);
  return (
    <Switch
      label={t('vault:automatic', { keyring })}
      hint={t(passphrase ? 'vault:automaticHint' : 'vault:automaticOnly')}
      on={by !== null}
      disabled={!passphrase}
      onChange={(on) => onAsk(on ? 'keyring-on' : 'keyring-off')}
    />
  );
}

function describeLocation(t: Translate, storage: VaultStatus): string {
  if (storage.kind === 'opening') return t('vault:where.opening');
  if (storage.kind === 'memory-only') return t(`window:storage.memoryOnly.${storage.reason}`);
  if (storage.by === null) return t('vault:where.byPassphrase');
  const keyring = t(`window:storage.keyrings.${storage.by}`);
  return t(storage.passphrase ? 'vault:where.byBoth' : 'vault:where.byKeyring', { keyring });
}
