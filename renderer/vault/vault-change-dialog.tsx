import type { VaultStatus } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { useTranslate } from '../i18n/translate.ts';
import { CurrentPassphraseDialog } from './current-passphrase-dialog.tsx';
import { SetPassphraseDialog } from './set-passphrase-dialog.tsx';

/** A change of the vault. */
export type VaultChange = 'set' | 'change' | 'remove' | 'rotate' | 'keyring-on' | 'keyring-off';

interface Props {
  readonly change: VaultChange;
  readonly storage: VaultStatus;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The dialog for one change of the vault, over the settings. */
export function VaultChangeDialog({ change, storage, onDone, onClose }: Props) {
  const t = useTranslate();
  const passphrase = storage.kind === 'sealed' && storage.passphrase;
  const by = storage.kind === 'sealed' ? storage.by : null;
  const keyring = by === null ? t('vault:keyring') : t(`window:storage.keyrings.${by}`);
  switch (change) {
    case 'set':
    case 'change':
      return <SetPassphraseDialog replaces={passphrase} onDone={onDone} onClose={onClose} />;
    case 'keyring-on':
    case 'keyring-off':
      return (
        <CurrentPassphraseDialog
          title={t(change === 'keyring-on' ? 'vault:keyringOnTitle' : 'vault:keyringOffTitle', { keyring })}
          text={t(change === 'keyring-on' ? 'vault:keyringOnText' : 'vault:keyringOffText', { keyring })}
          doIt={t(change === 'keyring-on' ? 'vault:keyringOnSubmit' : 'vault:keyringOffSubmit')}
          passphrase={passphrase}
          act={(current) => bridge.letKeyringOpen({ on: change === 'keyring-on', passphrase: current })}
          onDone={onDone}
          onClose={onClose}
        />
      );
    case 'remove':
      return (
        <CurrentPassphraseDialog
          title={t('vault:removeTitle')}
          text={t('vault:removeText', { keyring })}
          doIt={t('vault:removeSubmit')}
          passphrase
          act={(current) => bridge.removePassphrase({ current: current ?? '' })}
          onDone={onDone}
          onClose={onClose}
        />
      );
    case 'rotate':
      return (
        <CurrentPassphraseDialog
          title={t('vault:rotateTitle')}
          text={t('vault:rotateText')}
          doIt={t('vault:rotateSubmit')}
          passphrase={passphrase}
          act={(current) => bridge.rotateKey({ passphrase: current })}
          onDone={onDone}
          onClose={onClose}
        />
      );
  }
}
