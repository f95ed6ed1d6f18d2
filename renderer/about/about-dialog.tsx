import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Tabs } from '../components/layout/tabs.tsx';
import { Dialog, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { type AboutTab, aboutTabs, closeDialog } from '../state/view-state.ts';
import { FactsTab } from './facts-tab.tsx';
import { LicensesTab } from './licenses-tab.tsx';
import { Loaded } from './loaded.tsx';
import { WhatsNewTab } from './whats-new-tab.tsx';

/** What this copy of the app is, what is new in it, and the licenses of what it contains. */
export function AboutDialog({ tab }: { readonly tab: AboutTab }) {
  const t = useTranslate();
  const contents = {
    facts: <Loaded load={bridge.readAbout}>{(about) => <FactsTab about={about} />}</Loaded>,
    'whats-new': <Loaded load={bridge.readReleaseNotes}>{(notes) => <WhatsNewTab notes={notes} />}</Loaded>,
    licenses: <Loaded load={bridge.readLicenses}>{(text) => <LicensesTab text={text} />}</Loaded>,
  };
  return (
    <Dialog title={t('settings:about.title')} onClose={closeDialog} dismissable width="large">
      <Tabs
        label={t('settings:about.title')}
        start={tab}
        height={388}
        tabs={aboutTabs.map((name) => ({
          name,
          title: t(`settings:about.tabs.${name}`),
          content: contents[name],
        }))}
      />
      <DialogButtons>
        <Button variant="primary" onPress={closeDialog}>
          {t('window:close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
