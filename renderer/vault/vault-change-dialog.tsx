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
  const keeper = by === null ? t('store.keyring') : t(`window.storage.keepers.${by}`);
  switch (change) {
    case 'set':
    case 'change':
      return <SetPassphraseDialog replaces={passphrase} onDone={onDone} onClose={onClose} />;
    case 'keyring-on':
    case 'keyring-off':
      return (
        <CurrentPassphraseDialog
          title={t(change === 'keyring-on' ? 'store.keyringOnTitle' : 'store.keyringOffTitle', { keeper })}
          text={t(change === 'keyring-on' ? 'store.keyringOnText' : 'store.keyringOffText', { keeper })}
          doIt={t(change === 'keyring-on' ? 'store.keyringOnDo' : 'store.keyringOffDo')}
          passphrase={passphrase}
          act={(current) => bridge.letKeyringOpen({ on: change === 'keyring-on', passphrase: current })}
          onDone={onDone}
          onClose={onClose}
        />
      );
    case 'remove':
      return (
        <CurrentPassphraseDialog
          title={t('store.removeTitle')}
          text={t('store.removeText', { keeper })}
          doIt={t('store.removeDo')}
          passphrase
          act={(current) => bridge.removePassphrase({ current: current ?? '' })}
          onDone={onDone}
          onClose={onClose}
        />
      );
    case 'rotate':
      return (
        <CurrentPassphraseDialog
          title={t('store.rotateTitle')}
          text={t('store.rotateText')}
          doIt={t('store.rotateDo')}
          passphrase={passphrase}
          act={(current) => bridge.rotateKey({ passphrase: current })}
          onDone={onDone}
          onClose={onClose}
        />
      );
  }
}
