import { useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Tabs } from '../components/layout/tabs.tsx';
import { Dialog, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, openDialog, type SettingsTab, settingsTabs } from '../state/view-state.ts';
import { TransferSection } from '../transfer/transfer-section.tsx';
import { CopyingTab } from './copying-tab.tsx';
import { DataTab } from './data-tab.tsx';
import { GeneralTab } from './general-tab.tsx';
import { LockTab } from './lock-tab.tsx';
import styles from './settings-dialog.module.css';
import type { Change } from './tab-props.ts';
import { UpdatesTab } from './updates-tab.tsx';
import { VaultTab } from './vault-tab.tsx';

/** The settings; each change takes effect at once. */
export function SettingsDialog({ tab }: { readonly tab: SettingsTab }) {
  const t = useTranslate();
  const settings = useAppState((state) => state.settings);
  const version = useAppState((state) => state.appVersion);
  const [problem, setProblem] = useState<Problem | null>(null);

  const change: Change = (part) => {
    void bridge.changeSettings({ settings: part }).then((result) => {
      setProblem(result.ok ? null : result.problem);
    });
  };

  const contents = {
    general: <GeneralTab settings={settings} change={change} />,
    copying: <CopyingTab settings={settings} change={change} />,
    vault: <VaultTab settings={settings} change={change} />,
    lock: <LockTab settings={settings} change={change} />,
    updates: <UpdatesTab settings={settings} change={change} />,
    data: (
      <>
        <DataTab />
        <TransferSection />
      </>
    ),
  };

  return (
    <Dialog title={t('settings:title')} onClose={closeDialog} dismissable width="large">
      <div className={styles.middle}>
        {problem === null ? null : <ProblemBox problem={problem} name={t('window:appName')} userName="" />}
        <Tabs
          label={t('settings:title')}
          start={tab}
          tabs={settingsTabs.map((name) => ({
            name,
            title: t(`settings:tabs.${name}`),
            content: contents[name],
          }))}
        />
      </div>
      <DialogButtons
        aside={
          <div className={styles.aside}>
            <Button variant="ghost" onPress={() => openDialog({ kind: 'keyboard' })}>
              {t('settings:keyboard')}
            </Button>
            <Button variant="ghost" onPress={() => openDialog({ kind: 'about' })}>
              {t('settings:version', { version })}
            </Button>
          </div>
        }
      >
        <Button variant="primary" onPress={closeDialog}>
          {t('window:close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
