import { Suspense, useLayoutEffect, useState } from 'react';
import type { Lock } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { Button } from '../components/buttons/button.tsx';
import { AppMark } from '../components/display/app-mark.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { lazyNamed } from '../components/lazy-named.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './lock-screen.module.css';
import { UnlockFields } from './unlock-fields.tsx';
import { useUnlock } from './use-unlock.ts';

const ResetVaultDialog = lazyNamed(() => import('../vault/reset-vault-dialog.tsx'), 'ResetVaultDialog');

type Locked = Extract<Lock, { readonly kind: 'locked' }>;

/** Replaces the window's content while it is locked. */
export function LockScreen({ onShown }: { readonly onShown: () => void }) {
  const t = useTranslate();
  const lock = useAppState((state) => state.lock);
  const [resetting, setResetting] = useState(false);
  useLayoutEffect(onShown, [onShown]);
  if (lock.kind === 'open') return null;
  return (
    <main className={styles.screen} aria-labelledby="locked">
      <div className={styles.card}>
        <header className={styles.head}>
          <AppMark size={56} />
          <p className={styles.app}>{t('window:appName')}</p>
          <h1 id="locked" className={styles.title}>
            {t('vault:lock.locked')}
          </h1>
          <p role="alert">
            <Reason lock={lock} />
          </p>
          {lock.keyring === null ? null : <p className={styles.covers}>{t('vault:lock.covers')}</p>}
        </header>
        <UnlockForm lock={lock} onReset={() => setResetting(true)} />
        {lock.keyring === null ? <p className={styles.small}>{t('vault:lock.nothingOpens')}</p> : null}
      </div>
      {resetting ? (
        <Suspense>
          <ResetVaultDialog onClose={() => setResetting(false)} />
        </Suspense>
      ) : null}
    </main>
  );
}

function Reason({ lock }: { readonly lock: Locked }) {
  const t = useTranslate();
  const count = useAppState((state) => state.settings.lockAfterIdleMinutes);
  if (lock.reason === 'idle' && count !== null) return t('vault:lock.afterMinutes', { count });
  return t(`vault:lock.reasons.${lock.reason}`);
}

function UnlockForm({ lock, onReset }: { readonly lock: Locked; readonly onReset: () => void }) {
  const t = useTranslate();
  const unlocking = useUnlock(() => undefined);
  const { form, busy, problem, waitSeconds, submit, openByKeyring } = unlocking;
  const failed = problem?.code === 'keyring-not-open' || problem?.code === 'store-not-open';
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <UnlockFields unlocking={unlocking} passphrase={lock.passphrase} />
      <Button
        type="submit"
        variant="primary"
        autoFocus={!lock.passphrase}
        isPending={busy}
        isDisabled={lock.passphrase && waitSeconds > 0}
        icon={busy ? <Spinner /> : null}
      >
        {t(busy ? 'vault:lock.unlocking' : 'vault:lock.unlock')}
      </Button>
      {lock.passphrase && lock.keyring !== null ? (
        <Button isDisabled={busy} onPress={() => void openByKeyring()}>
          {t('vault:lock.unlockWith', { keyring: keyringName(t, lock.keyring) })}
        </Button>
      ) : null}
      {(lock.passphrase && lock.keyring === null) || failed ? (
        <div className={styles.link}>
          <Button variant="ghost" onPress={onReset}>
            {t(lock.passphrase ? 'vault:lock.forgotten' : 'vault:reset')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function keyringName(t: Translate, keyring: Exclude<Locked['keyring'], null>): string {
  return keyring === 'none' ? t('vault:keyring') : t(`window:storage.keyrings.${keyring}`);
}
