import { useState } from 'react';
import type { VaultStatus } from '../../../contract/state.ts';
import type { Translate } from '../../../contract/texts.ts';
import { Button } from '../../components/buttons/button.tsx';
import { Switch } from '../../components/forms/switch.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { describeClosedVault } from '../../state/vault-status.ts';
import { RecoveryActions } from '../../vault/recovery-actions.tsx';
import { type VaultChange, VaultChangeDialog } from '../../vault/vault-change-dialog.tsx';
import { ChoiceSetting, Setting, SettingGroup, SettingRow, SettingsNote } from '../lines/setting.tsx';
import { LockGroup } from './lock-group.tsx';
import { PasswordsSetting } from './passwords-setting.tsx';
import styles from './sections.module.css';

/** Where tokens are stored, what opens the vault, and when the window locks. */
export function VaultSection() {
  const t = useTranslate();
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
      <SettingsNote>
        <p>{describeLocation(t, storage)}</p>
        {closedVault === null || closedVault.actions.length === 0 ? null : (
          <div className={styles.buttons}>
            <RecoveryActions actions={closedVault.actions} />
          </div>
        )}
      </SettingsNote>
      <SettingGroup>
        {sealed === null ? null : (
          <KeyringSwitch by={sealed.by} passphrase={sealed.passphrase} onAsk={setAsking} />
        )}
        {closedVault === null ? <Passphrase storage={storage} onAsk={setAsking} /> : null}
        {sealed === null ? null : (
          <SettingRow name="encryptionKey">
            <Button onPress={() => setAsking('rotate')}>{t('vault:rotate')}</Button>
          </SettingRow>
        )}
        <ChoiceSetting name="savePasswords" />
        <PasswordsSetting />
      </SettingGroup>
      <p role="status" className={styles.said}>
        {rotated ? t('vault:rotated') : ''}
      </p>
      <LockGroup />
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

interface PassphraseProps {
  readonly storage: VaultStatus;
  readonly onAsk: (change: VaultChange) => void;
}

function Passphrase({ storage, onAsk }: PassphraseProps) {
  const t = useTranslate();
  if (storage.kind !== 'sealed' || !storage.passphrase)
    return (
      <SettingRow name="passphrase">
        <Button onPress={() => onAsk('set')}>{t('vault:set')}</Button>
      </SettingRow>
    );
  const isOnlyWayIn = storage.by === null;
  return (
    <SettingRow
      name="passphrase"
      {...(isOnlyWayIn ? { hint: t('vault:cannotRemove'), hintId: 'only-way-in' } : {})}
    >
      <Button onPress={() => onAsk('change')}>{t('vault:change')}</Button>
      <Button
        isDisabled={isOnlyWayIn}
        {...(isOnlyWayIn ? { 'aria-describedby': 'only-way-in' } : {})}
        onPress={() => onAsk('remove')}
      >
        {t('vault:remove')}
      </Button>
    </SettingRow>
  );
}

type KeyringSwitchProps = Pick<Extract<VaultStatus, { kind: 'sealed' }>, 'by' | 'passphrase'> &
  Pick<PassphraseProps, 'onAsk'>;

function KeyringSwitch({ by, passphrase, onAsk }: KeyringSwitchProps) {
  const t = useTranslate();
  const keyring = by === null ? t('vault:keyring') : t(`window:storage.keyrings.${by}`);
  return (
    <Setting name="keyring">
      <Switch
        label={t('vault:automatic', { keyring })}
        hint={t(passphrase ? 'vault:automaticHint' : 'vault:automaticOnly')}
        on={by !== null}
        disabled={!passphrase}
        onChange={(on) => onAsk(on ? 'keyring-on' : 'keyring-off')}
      />
    </Setting>
  );
}

function describeLocation(t: Translate, storage: VaultStatus): string {
  if (storage.kind === 'opening') return t('vault:where.opening');
  if (storage.kind === 'memory-only') return t(`window:storage.memoryOnly.${storage.reason}`);
  if (storage.by === null) return t('vault:where.byPassphrase');
  const keyring = t(`window:storage.keyrings.${storage.by}`);
  return t(storage.passphrase ? 'vault:where.byBoth' : 'vault:where.byKeyring', { keyring });
}
