import { choices } from '../../contract/settings.ts';
import { Section } from '../parts/section.tsx';
import { Select } from '../parts/select.tsx';
import { useWords } from '../words.ts';
import type { TabProps } from './tab-props.ts';

/** How often sessions are checked without anybody asking. */
export function ChecksSection({ settings, change }: TabProps) {
  const t = useWords();
  return (
    <Section title={t('checking.section')}>
      <Select
        inline
        label={t('checking.setting')}
        hint={t('checking.settingHint')}
        value={String(settings.checkEveryMinutes)}
        options={choices.checkEveryMinutes.map((minutes) => ({
          value: String(minutes),
          label: minutes === null ? t('checking.never') : t('checking.every', { minutes }),
        }))}
        onChange={(chosen) => {
          const minutes = choices.checkEveryMinutes.find((one) => String(one) === chosen);
          if (minutes !== undefined) change({ checkEveryMinutes: minutes });
        }}
      />
    </Section>
  );
}
