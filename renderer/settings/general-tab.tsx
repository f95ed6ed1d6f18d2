import { choices } from '../../contract/settings.ts';
import { Select } from '../components/forms/select.tsx';
import { Switch } from '../components/forms/switch.tsx';
import { Section } from '../components/layout/section.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ChecksSection } from './checks-section.tsx';
import type { TabProps } from './tab-props.ts';
import { useManaged } from './use-managed.ts';

/** Appearance, list order and automatic checks. */
export function GeneralTab(props: TabProps) {
  return (
    <>
      <Appearance {...props} />
      <List {...props} />
      <ChecksSection {...props} />
    </>
  );
}

function Appearance({ settings, change }: TabProps) {
  const t = useTranslate();
  const managed = useManaged();
  return (
    <Section title={t('settings:appearance')}>
      <Select
        inline
        label={t('settings:language')}
        managed={managed('language')}
        value={settings.language}
        options={choices.language.map((value) => ({ value, label: t(`settings:languages.${value}`) }))}
        onChange={(language) => change({ language })}
      />
      <Select
        inline
        label={t('settings:theme')}
        managed={managed('theme')}
        value={settings.theme}
        options={choices.theme.map((value) => ({ value, label: t(`settings:themes.${value}`) }))}
        onChange={(theme) => change({ theme })}
      />
      <Select
        inline
        label={t('settings:density')}
        managed={managed('density')}
        value={settings.density}
        options={choices.density.map((value) => ({ value, label: t(`settings:densities.${value}`) }))}
        onChange={(density) => change({ density })}
      />
    </Section>
  );
}

function List({ settings, change }: TabProps) {
  const t = useTranslate();
  const managed = useManaged();
  const days = choices.expiringDays.map((count) => ({
    value: String(count),
    label: t('settings:daysBefore', { count }),
  }));
  return (
    <Section title={t('settings:list')}>
      <Select
        inline
        label={t('settings:sortOrder')}
        managed={managed('sortOrder')}
        value={settings.sortOrder}
        options={choices.sortOrder.map((value) => ({ value, label: t(`servers:sortBy.${value}`) }))}
        onChange={(sortOrder) => change({ sortOrder })}
      />
      <Select
        inline
        label={t('settings:expiringDays')}
        managed={managed('expiringDays')}
        value={String(settings.expiringDays)}
        options={days}
        onChange={(chosen) => {
          const expiringDays = choices.expiringDays.find((count) => String(count) === chosen);
          if (expiringDays !== undefined) change({ expiringDays });
        }}
      />
      <Switch
        label={t('settings:showDetails')}
        managed={managed('showDetails')}
        on={settings.showDetails}
        onChange={(showDetails) => change({ showDetails })}
      />
    </Section>
  );
}
