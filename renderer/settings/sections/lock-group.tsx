import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { ChoiceSetting, SettingGroup } from '../lines/setting.tsx';

/** When the window locks automatically. */
export function LockGroup() {
  const t = useTranslate();
  const { idle, screen, sleep } = useAppState((state) => state.lockAbilities);
  const byPassphraseOnly = useAppState(({ storage }) => storage.kind === 'sealed' && storage.by === null);
  const how = (able: boolean) => (able ? {} : { disabled: true, hint: t('vault:lock.cannotTell') });
  return (
    <SettingGroup title={t('vault:lock.title')} lead={t('vault:lock.hint')}>
      <ChoiceSetting name="lockAfterIdleMinutes" {...how(idle)} />
      <ChoiceSetting name="lockWithScreen" {...how(screen)} />
      <ChoiceSetting name="lockOnSleep" {...how(sleep)} />
      <ChoiceSetting
        name="lockOnQuit"
        {...(byPassphraseOnly ? { disabled: true, inForce: true, hint: t('vault:lock.onQuitAlways') } : {})}
      />
    </SettingGroup>
  );
}
