import { reminderSettings } from '../../../contract/sessions/reminders.ts';
import type { ClipboardAbilities } from '../../../contract/state.ts';
import type { Translate } from '../../../contract/texts.ts';
import { Button } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { openDialog } from '../../state/view-state.ts';
import { ChoiceSetting, SettingGroup, SettingRow } from '../lines/setting.tsx';
import { AuthoritiesSetting } from './authorities-setting.tsx';
import { ProgramsSetting } from './programs-setting.tsx';
import { ZoomSetting } from './zoom-setting.tsx';

/** Language and list. */
export function GeneralSection() {
  return (
    <SettingGroup>
      <ChoiceSetting name="language" />
      <ChoiceSetting name="sortOrder" />
      <ChoiceSetting name="showDetails" />
      <TraySettings />
    </SettingGroup>
  );
}

/** The icon in the tray and what happens without a window; a desktop without a tray is said to have none. */
function TraySettings() {
  const t = useTranslate();
  const { inTray, startAtLogin } = useAppState((state) => state.trayAbilities);
  const isOn = useAppState(({ settings }) => settings.tray);
  const notHere = { disabled: true, hint: t('settings:notInstalled') };
  return (
    <>
      <ChoiceSetting name="tray" {...(inTray || !isOn ? {} : { hint: t('settings:noTray') })} />
      <ChoiceSetting
        name="closeToTray"
        {...(isOn ? {} : { disabled: true })}
        {...(inTray || !isOn ? {} : { hint: t('settings:closesWithoutTray') })}
      />
      <ChoiceSetting name="startAtLogin" {...(startAtLogin ? {} : notHere)} />
    </>
  );
}

/** What the window looks like, and whether it shows names. */
export function AppearanceSection() {
  const t = useTranslate();
  const { system } = useAppState((state) => state.clipboardAbilities);
  const isProtected = system === 'windows' || system === 'macos';
  const protection = t(isProtected ? 'presentation:protected' : 'presentation:unprotected');
  return (
    <>
      <SettingGroup>
        <ChoiceSetting name="theme" />
        <ChoiceSetting name="density" />
        <ZoomSetting />
      </SettingGroup>
      <SettingGroup>
        <ChoiceSetting name="presentation" hint={`${t('presentation:hint')} ${protection}`} />
      </SettingGroup>
    </>
  );
}

/** What happens to copied headers. */
export function ClipboardSection() {
  const t = useTranslate();
  const abilities = useAppState((state) => state.clipboardAbilities);
  return (
    <SettingGroup>
      <ChoiceSetting name="clearAfterSeconds" />
      <SettingRow name="clipboardManagers" hint={describeAbilities(t, abilities)} />
      <ChoiceSetting name="confirmProduction" />
      <SettingRow name="templates" hint={t('copying:templates.hint')} hintId="templates-hint">
        <Button aria-describedby="templates-hint" onPress={() => openDialog({ kind: 'templates', of: null })}>
          {t('copying:templates.edit')}
        </Button>
      </SettingRow>
    </SettingGroup>
  );
}

/** Who may keep what is copied, and whether it can be cleared at any time. */
function describeAbilities(t: Translate, { system, marks, unfocused }: ClipboardAbilities): string {
  const desktop = system === 'windows' || system === 'macos' ? system : 'linux';
  const plain = t(`settings:managers.${system === 'wayland' ? system : desktop}.plain`);
  const sentence = marks ? t(`settings:managers.${desktop}.marked`) : plain;
  return unfocused ? sentence : `${sentence} ${t('settings:managers.focusOnly')}`;
}

/** Automatic checks, expiring sessions and the auto log-out of new servers. */
export function ChecksSection() {
  const t = useTranslate();
  return (
    <>
      <SettingGroup>
        <ChoiceSetting name="checkEveryMinutes" />
        <ChoiceSetting name="liveChannels" />
        <ChoiceSetting name="expiringDays" />
      </SettingGroup>
      <SettingGroup title={t('reminders:setting.title')} lead={t('reminders:setting.lead')}>
        {reminderSettings.map((name) => (
          <ChoiceSetting key={name} name={name} />
        ))}
      </SettingGroup>
      <SettingGroup title={t('settings:forNewServers')}>
        <ChoiceSetting name="leaseForNew" />
      </SettingGroup>
    </>
  );
}

/** How servers are reached that are added from now on, and which custom CAs are trusted. */
export function NetworkSection() {
  return (
    <>
      <SettingGroup>
        <ChoiceSetting name="proxyForNew" />
      </SettingGroup>
      <SettingGroup>
        <AuthoritiesSetting />
      </SettingGroup>
    </>
  );
}

/** What other programs may ask the app for. */
export function ToolsSection() {
  return (
    <>
      <SettingGroup>
        <ChoiceSetting name="commandLine" />
      </SettingGroup>
      <SettingGroup>
        <ProgramsSetting />
      </SettingGroup>
    </>
  );
}
