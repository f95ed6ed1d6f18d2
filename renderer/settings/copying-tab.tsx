import { choices } from '../../contract/settings.ts';
import { Select } from '../components/forms/select.tsx';
import { Switch } from '../components/forms/switch.tsx';
import { useTranslate } from '../i18n/translate.ts';
import type { TabProps } from './tab-props.ts';
import { useManaged } from './use-managed.ts';

/** Settings for copied headers. */
export function CopyingTab({ settings, change }: TabProps) {
  const t = useTranslate();
  const managed = useManaged();
  const spans = choices.clearAfterSeconds.map((count) => ({
    value: String(count),
    label: count === null ? t('settings:never') : t('settings:seconds', { seconds: count }),
  }));
  return (
    <>
      <Select
        inline
        label={t('settings:clearAfter')}
        managed={managed('clearAfterSeconds')}
        hint={t('settings:clearAfterHint')}
        value={String(settings.clearAfterSeconds)}
        options={spans}
        onChange={(chosen) => {
          const clearAfterSeconds = choices.clearAfterSeconds.find((count) => String(count) === chosen);
          if (clearAfterSeconds !== undefined) change({ clearAfterSeconds });
        }}
      />
      <Switch
        label={t('settings:confirmProduction')}
        managed={managed('confirmProduction')}
        on={settings.confirmProduction}
        onChange={(confirmProduction) => change({ confirmProduction })}
      />
    </>
  );
}
