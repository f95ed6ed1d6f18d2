import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { choices, type Settings } from '../../../contract/settings.ts';
import { Select } from '../../components/forms/select.tsx';
import { Switch } from '../../components/forms/switch.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { Highlighted } from '../../search/highlighted.tsx';
import { useAppState } from '../../state/app-state.ts';
import { markedParts } from './find-settings.ts';
import styles from './setting.module.css';
import {
  type ChoiceEntry,
  type ChoiceName,
  choiceEntries,
  type SettingName,
  settingEntries,
} from './setting-entries.ts';
import { useManaged } from './use-managed.ts';

/** What the sections of the settings get from the dialog. */
export interface SettingsContent {
  /** Changes settings at once. */
  readonly change: (settings: Partial<Settings>) => void;
  /** What is typed in the search, and the lines that it has found; null without a search. */
  readonly typed: string;
  readonly found: ReadonlySet<SettingName> | null;
  /** The line that gets the focus when it appears; `keys`: the search of the keys. */
  readonly first: string | undefined;
}

/** What the sections of the settings get from the dialog. */
export const SettingsContext = createContext<SettingsContent>({
  change: () => undefined,
  typed: '',
  found: null,
  first: undefined,
});

interface GroupProps {
  readonly title?: string;
  /** What to know about all its lines. */
  readonly lead?: string;
  readonly children: ReactNode;
}

/** Lines of the settings that belong together. */
export function SettingGroup({ title, lead, children }: GroupProps) {
  return (
    <section className={styles.group}>
      {title === undefined ? null : <h4 className={styles.title}>{title}</h4>}
      {lead === undefined ? null : <SettingsNote>{lead}</SettingsNote>}
      <div className={styles.card}>{children}</div>
    </section>
  );
}

/** What a section says besides its lines; not among the results of a search. */
export function SettingsNote({ children }: { readonly children: ReactNode }) {
  const { found } = useContext(SettingsContext);
  return found === null ? <div className={styles.note}>{children}</div> : null;
}

/** A line of the settings, which a search may leave out. */
export function Setting({ name, children }: { readonly name: SettingName; readonly children: ReactNode }) {
  const { found, first } = useContext(SettingsContext);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (name === first)
      line.current?.querySelector<HTMLElement>(':is(button, input):not(:disabled)')?.focus();
  }, [name, first]);
  if (found !== null && !found.has(name)) return null;
  return (
    <div ref={line} className={styles.setting} data-setting={name}>
      {children}
    </div>
  );
}

/** The label of a line, with the parts that were searched for marked. */
export function SettingLabel({ name }: { readonly name: SettingName }) {
  const t = useTranslate();
  const { typed } = useContext(SettingsContext);
  const text = settingEntries[name].label(t);
  return <Highlighted text={text} spans={markedParts(text, typed)} />;
}

interface RowProps {
  readonly name: SettingName;
  /** Instead of the usual explanation. */
  readonly hint?: string;
  /** The ID of the explanation, for a control that it describes. */
  readonly hintId?: string;
  readonly children?: ReactNode;
}

/** A line of the settings with buttons, or with an explanation only. */
export function SettingRow({ name, hint, hintId, children }: RowProps) {
  const t = useTranslate();
  const entry = settingEntries[name];
  return (
    <Setting name={name}>
      <div className={styles.row}>
        <div>
          <p>
            <SettingLabel name={name} />
          </p>
          <p id={hintId} className={styles.hint}>
            {hint ?? entry.hint?.(t)}
          </p>
        </div>
        {children === undefined ? null : <div className={styles.buttons}>{children}</div>}
      </div>
    </Setting>
  );
}

interface ChoiceProps<Name extends ChoiceName> {
  readonly name: Name;
  /** Instead of the usual explanation, or why it is disabled. */
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
  /** The value in force, if it is not the chosen one. */
  readonly inForce?: Settings[Name] | undefined;
}

/** A setting with fixed values. */
export function ChoiceSetting<Name extends ChoiceName>(props: ChoiceProps<Name>) {
  const { name, disabled = false } = props;
  const t = useTranslate();
  const managed = useManaged()(name);
  const { change } = useContext(SettingsContext);
  const chosen = useAppState(({ settings }) => settings[name]);
  const entry = choiceEntries[name] as ChoiceEntry<Name>;
  const current = props.inForce ?? chosen;
  const hint = props.hint ?? entry.hint?.(t);
  const { value } = entry;
  const set = (to: Settings[Name] | undefined): void => {
    if (to !== undefined) change({ [name]: to } as Partial<Settings>);
  };
  return (
    <Setting name={name}>
      {value === undefined ? (
        <Switch
          label={<SettingLabel name={name} />}
          hint={hint}
          managed={managed}
          disabled={disabled}
          on={current === true}
          onChange={(on) => set(on as Settings[Name])}
        />
      ) : (
        <Select
          inline
          label={<SettingLabel name={name} />}
          hint={hint}
          managed={managed}
          disabled={disabled}
          value={String(current)}
          options={choices[name].map((one) => ({ value: String(one), label: value(t, one) }))}
          onChange={(text) => set(choices[name].find((one) => String(one) === text))}
        />
      )}
    </Setting>
  );
}
