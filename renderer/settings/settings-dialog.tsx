import Archive from 'lucide-react/icons/archive';
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left';
import Clipboard from 'lucide-react/icons/clipboard';
import Download from 'lucide-react/icons/download';
import Keyboard from 'lucide-react/icons/keyboard';
import Network from 'lucide-react/icons/network';
import Palette from 'lucide-react/icons/palette';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Search from 'lucide-react/icons/search';
import Shield from 'lucide-react/icons/shield';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import Terminal from 'lucide-react/icons/terminal';
import X from 'lucide-react/icons/x';
import { type ComponentType, type KeyboardEvent, useMemo, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { bridge } from '../bridge.ts';
import { Button, IconButton } from '../components/buttons/button.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { Dialog, DialogTitle } from '../components/overlays/dialog.tsx';
import { SectionTabs } from '../components/overlays/section-tabs.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, openDialog, type SettingsSection, settingsSections } from '../state/view-state.ts';
import { KeysSection } from './keys/keys-section.tsx';
import { findSettings } from './lines/find-settings.ts';
import { type SettingsContent, SettingsContext } from './lines/setting.tsx';
import { DataSection } from './sections/data-section.tsx';
import {
  AppearanceSection,
  ChecksSection,
  ClipboardSection,
  GeneralSection,
  NetworkSection,
  ToolsSection,
} from './sections/plain-sections.tsx';
import { TransferSection } from './sections/transfer-section.tsx';
import { UpdatesSection } from './sections/updates-section.tsx';
import { VaultSection } from './sections/vault-section.tsx';
import styles from './settings-dialog.module.css';

type Icon = ComponentType<{ readonly size?: number }>;

const sections: { readonly [Name in SettingsSection]: readonly [Icon, ComponentType] } = {
  general: [SlidersHorizontal, GeneralSection],
  appearance: [Palette, AppearanceSection],
  clipboard: [Clipboard, ClipboardSection],
  vault: [Shield, VaultSection],
  keys: [Keyboard, KeysSection],
  checks: [RefreshCw, ChecksSection],
  network: [Network, NetworkSection],
  tools: [Terminal, ToolsSection],
  transfer: [ArrowRightLeft, TransferSection],
  updates: [Download, UpdatesSection],
  data: [Archive, DataSection],
};

interface Props {
  readonly section: SettingsSection;
  /** The line with the focus at first; else it is in the search, or in that of the keys. */
  readonly setting: string | undefined;
}

/** The settings; each change takes effect at once. */
export function SettingsDialog({ section: start, setting = start === 'keys' ? start : undefined }: Props) {
  const t = useTranslate();
  const version = useAppState((state) => state.appVersion);
  const [section, setSection] = useState(start);
  const [typed, setTyped] = useState('');
  const [first, setFirst] = useState(setting);
  const [problem, setProblem] = useState<Problem | null>(null);
  const content = useMemo((): SettingsContent => {
    return {
      found: findSettings(t, typed),
      typed,
      first,
      change: (settings) =>
        void bridge.changeSettings({ settings }).then((result) => {
          setProblem(result.ok ? null : result.problem);
        }),
    };
  }, [t, typed, first]);
  const { found } = content;

  return (
    <Dialog title={t('settings:title')} onClose={closeDialog} dismissable width="panel" titled={false}>
      <SettingsContext value={content}>
        <SectionTabs
          label={t('settings:title')}
          selected={section}
          onSelect={(name) => {
            setSection(name);
            setTyped('');
            setFirst(undefined);
          }}
          sections={settingsSections.map((name) => {
            const [Icon, Section] = sections[name];
            return {
              name,
              title: t(`settings:sections.${name}`),
              icon: <Icon size={16} />,
              content: (
                <>
                  <Failure problem={problem} />
                  <Section />
                </>
              ),
            };
          })}
          instead={
            found === null
              ? null
              : {
                  title: t('settings:found'),
                  content: (
                    <>
                      <Failure problem={problem} />
                      <Found />
                      <p role="status" className={styles.nothing}>
                        {t('settings:nothingFound')}
                      </p>
                    </>
                  ),
                }
          }
          above={
            <div className={styles.above}>
              <DialogTitle />
              <SearchField typed={typed} onType={setTyped} autoFocus={setting === undefined} />
            </div>
          }
          below={
            <Button variant="ghost" onPress={() => openDialog({ kind: 'about' })}>
              {t('settings:version', { version })}
            </Button>
          }
          corner={
            <IconButton label={t('window:close')} onPress={closeDialog}>
              <X />
            </IconButton>
          }
        />
      </SettingsContext>
    </Dialog>
  );
}

function Failure({ problem }: { readonly problem: Problem | null }) {
  const t = useTranslate();
  return problem === null ? null : <ProblemBox problem={problem} name={t('window:appName')} userName="" />;
}

/** The found lines of all sections. */
function Found() {
  const t = useTranslate();
  return settingsSections
    .filter((name) => name !== 'keys')
    .map((name) => {
      const [, Section] = sections[name];
      return (
        <section key={name} className={styles.found}>
          <h4>{t(`settings:sections.${name}`)}</h4>
          <Section />
        </section>
      );
    });
}

interface SearchProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly autoFocus: boolean;
}

function SearchField({ typed, onType, autoFocus }: SearchProps) {
  const t = useTranslate();
  return (
    <TextField
      label={t('settings:search')}
      hidesLabel
      type="search"
      placeholder={t('settings:search')}
      icon={<Search size={15} />}
      autoComplete="off"
      spellCheck={false}
      autoFocus={autoFocus}
      value={typed}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') {
          // The next one closes the dialog.
          event.stopPropagation();
          onType('');
        } else goOn(event);
      }}
      {...(typed === ''
        ? {}
        : {
            inside: (
              <IconButton label={t('window:clearSearch')} onPress={() => onType('')}>
                <X />
              </IconButton>
            ),
          })}
    />
  );
}

/** Enter and the arrow down go to the first line that was found, or to the section. */
function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  if ((event.key !== 'Enter' && event.key !== 'ArrowDown') || event.nativeEvent.isComposing || event.repeat)
    return;
  event.preventDefault();
  const panel = event.currentTarget.closest('[role="dialog"]')?.querySelector('[role="tabpanel"]');
  panel?.querySelector<HTMLElement>('[data-setting] :is(button, input):not(:disabled)')?.focus();
}
