import { useState } from 'react';
import type { Problem } from '../../contract/problem.ts';
import { choices, type Settings } from '../../contract/settings.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../parts/dialog.tsx';
import { Section } from '../parts/section.tsx';
import { Select } from '../parts/select.tsx';
import { Switch } from '../parts/switch.tsx';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, openDialog } from '../state/view-state.ts';
import { useWords } from '../words.ts';
import styles from './settings-dialog.module.css';

type Change = (settings: Partial<Settings>) => void;

/** Everything that a person may choose; each choice takes effect at once. */
export function SettingsDialog() {
  const t = useWords();
  const settings = useAppState((state) => state.settings);
  const version = useAppState((state) => state.appVersion);
  const [problem, setProblem] = useState<Problem | null>(null);

  const change: Change = (part) => {
    void bridge.changeSettings({ settings: part }).then((result) => {
      setProblem(result.ok ? null : result.problem);
    });
  };

  return (
    <Dialog title={t('settings.title')} onClose={closeDialog} dismissable width="medium">
      <DialogBody>
        {problem === null ? null : <ProblemBox problem={problem} name={t('window.appName')} userName="" />}
        <Appearance settings={settings} change={change} />
        <List settings={settings} change={change} />
        <Copying settings={settings} change={change} />
      </DialogBody>
      <DialogButtons
        aside={
          <div className={styles.aside}>
            <Button loudness="plain" onPress={() => openDialog({ kind: 'keyboard' })}>
              {t('settings.keyboard')}
            </Button>
            <span className={styles.version}>{t('settings.version', { version })}</span>
          </div>
        }
      >
        <Button loudness="primary" onPress={closeDialog}>
          {t('window.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

interface PartProps {
  readonly settings: Settings;
  readonly change: Change;
}

function Appearance({ settings, change }: PartProps) {
  const t = useWords();
  return (
    <Section title={t('settings.appearance')}>
      <Select
        inline
        label={t('settings.language')}
        value={settings.language}
        options={choices.language.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
        onChange={(language) => change({ language })}
      />
      <Select
        inline
        label={t('settings.theme')}
        value={settings.theme}
        options={choices.theme.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        onChange={(theme) => change({ theme })}
      />
      <Select
        inline
        label={t('settings.density')}
        value={settings.density}
        options={choices.density.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
        onChange={(density) => change({ density })}
      />
    </Section>
  );
}

function List({ settings, change }: PartProps) {
  const t = useWords();
  const days = choices.expiringDays.map((count) => ({
    value: String(count),
    label: t('settings.daysBefore', { count }),
  }));
  return (
    <Section title={t('settings.list')}>
      <Select
        inline
        label={t('settings.sortOrder')}
        value={settings.sortOrder}
        options={choices.sortOrder.map((value) => ({ value, label: t(`list.sortBy.${value}`) }))}
        onChange={(sortOrder) => change({ sortOrder })}
      />
      <Select
        inline
        label={t('settings.expiringDays')}
        value={String(settings.expiringDays)}
        options={days}
        onChange={(chosen) => {
          const expiringDays = choices.expiringDays.find((count) => String(count) === chosen);
          if (expiringDays !== undefined) change({ expiringDays });
        }}
      />
      <Switch
        label={t('settings.showDetails')}
        on={settings.showDetails}
        onChange={(showDetails) => change({ showDetails })}
      />
    </Section>
  );
}

function Copying({ settings, change }: PartProps) {
  const t = useWords();
  const spans = choices.clearAfterSeconds.map((count) => ({
    value: String(count),
    label: count === null ? t('settings.never') : t('settings.seconds', { seconds: count }),
  }));
  return (
    <Section title={t('settings.clipboard')}>
      <Select
        inline
        label={t('settings.clearAfter')}
        value={String(settings.clearAfterSeconds)}
        options={spans}
        onChange={(chosen) => {
          const clearAfterSeconds = choices.clearAfterSeconds.find((count) => String(count) === chosen);
          if (clearAfterSeconds !== undefined) change({ clearAfterSeconds });
        }}
      />
      <p className={styles.hint}>{t('settings.clearAfterHint')}</p>
      <Switch
        label={t('settings.confirmProduction')}
        on={settings.confirmProduction}
        onChange={(confirmProduction) => change({ confirmProduction })}
      />
    </Section>
  );
}
