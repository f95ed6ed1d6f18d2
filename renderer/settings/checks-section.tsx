import { choices } from '../../contract/settings.ts';
import { Select } from '../components/forms/select.tsx';
import { Section } from '../components/layout/section.tsx';
import { useTranslate } from '../i18n/translate.ts';
import type { TabProps } from './tab-props.ts';
import { useManaged } from './use-managed.ts';

/** The interval of automatic checks. */
export function ChecksSection({ settings, change }: TabProps) {
  const t = useTranslate();
  const managed = useManaged();
  return (
    <Section title={t('session:checks.section')}>
      <Select
        inline
        label={t('session:checks.setting')}
        managed={managed('checkEveryMinutes')}
        hint={t('session:checks.settingHint')}
        value={String(settings.checkEveryMinutes)}
        options={choices.checkEveryMinutes.map((minutes) => ({
          value: String(minutes),
          label: minutes === null ? t('session:checks.never') : t('session:checks.every', { minutes }),
        }))}
        onChange={(chosen) => {
          const minutes = choices.checkEveryMinutes.find((one) => String(one) === chosen);
          if (minutes !== undefined) change({ checkEveryMinutes: minutes });
        }}
      />
    </Section>
  );
}
