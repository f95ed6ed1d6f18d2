import { choices } from '../../contract/settings.ts';
import { Select } from '../components/forms/select.tsx';
import { Switch } from '../components/forms/switch.tsx';
import { formatExactDuration } from '../i18n/format-time.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './settings-tabs.module.css';
import type { TabProps } from './tab-props.ts';
import { useManaged } from './use-managed.ts';

/** When the window locks automatically. */
export function LockTab({ settings, change }: TabProps) {
  const t = useTranslate();
  const managed = useManaged();
  const abilities = useAppState((state) => state.lockAbilities);
  const byPassphraseOnly = useAppState(({ storage }) => storage.kind === 'sealed' && storage.by === null);
  const hintFor = (able: boolean): string | undefined => (able ? undefined : t('vault:lock.cannotTell'));
  return (
    <>
      <Select
        inline
        label={t('vault:lock.idle')}
        managed={managed('lockAfterIdleMinutes')}
        hint={hintFor(abilities.idle)}
        disabled={!abilities.idle}
        value={String(settings.lockAfterIdleMinutes)}
        options={choices.lockAfterIdleMinutes.map((count) => ({
          value: String(count),
          label: count === null ? t('vault:lock.never') : t('vault:lock.minutes', { count }),
        }))}
        onChange={(chosen) => {
          const minutes = choices.lockAfterIdleMinutes.find((count) => String(count) === chosen);
          if (minutes !== undefined) change({ lockAfterIdleMinutes: minutes });
        }}
      />
      <Switch
        label={t('vault:lock.withScreen')}
        managed={managed('lockWithScreen')}
        hint={hintFor(abilities.screen)}
        disabled={!abilities.screen}
        on={settings.lockWithScreen}
        onChange={(lockWithScreen) => change({ lockWithScreen })}
      />
      <Switch
        label={t('vault:lock.onSleep')}
        managed={managed('lockOnSleep')}
        hint={hintFor(abilities.sleep)}
        disabled={!abilities.sleep}
        on={settings.lockOnSleep}
        onChange={(lockOnSleep) => change({ lockOnSleep })}
      />
      <Switch
        label={t('vault:lock.onQuit')}
        managed={managed('lockOnQuit')}
        hint={t(byPassphraseOnly ? 'vault:lock.onQuitAlways' : 'vault:lock.onQuitHint')}
        disabled={byPassphraseOnly}
        on={byPassphraseOnly || settings.lockOnQuit}
        onChange={(lockOnQuit) => change({ lockOnQuit })}
      />
      <p className={styles.hint}>{t('vault:lock.hint')}</p>
      <AutoLogoutForNew settings={settings} change={change} />
    </>
  );
}

/** The auto log-out policy of new servers. */
function AutoLogoutForNew({ settings, change }: TabProps) {
  const t = useTranslate();
  const managed = useManaged();
  return (
    <Select
      inline
      label={t('auto-logout:forNew')}
      managed={managed('leaseForNew')}
      hint={t('auto-logout:forNewHint')}
      value={String(settings.leaseForNew)}
      options={choices.leaseForNew.map((seconds) => ({
        value: String(seconds),
        label:
          seconds === null
            ? t('auto-logout:forNewNever')
            : t('auto-logout:forNewAfter', { span: formatExactDuration(t, seconds) }),
      }))}
      onChange={(chosen) => {
        const seconds = choices.leaseForNew.find((one) => String(one) === chosen);
        if (seconds !== undefined) change({ leaseForNew: seconds });
      }}
    />
  );
}
