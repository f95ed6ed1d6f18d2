import { useContext, useState } from 'react';
import type { Problem } from '../../../contract/core/problem.ts';
import { type CommandName, type KeyBindings, withDefaultKeys } from '../../../contract/keys.ts';
import { bridge } from '../../bridge.ts';
import { commandGroups, commandsOf } from '../../commands/command-groups.ts';
import { commandTitle } from '../../commands/command-title.ts';
import { Button } from '../../components/buttons/button.tsx';
import { FilterField } from '../../components/forms/filter-field.tsx';
import { Section } from '../../components/layout/section.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { isMac, useShortcutLabels } from '../../keyboard/platform.ts';
import { formatShortcut } from '../../keyboard/shortcuts.ts';
import { ProblemBox } from '../../problems/problem-box.tsx';
import { useAppState } from '../../state/app-state.ts';
import { SettingsContext } from '../lines/setting.tsx';
import { KeyLine } from './key-line.tsx';
import styles from './keys.module.css';
import { SystemWideKey } from './system-wide-key.tsx';

/** The keys of all commands; a press of a key changes it at once. */
export function KeysSection() {
  const t = useTranslate();
  const bindings = useAppState((state) => state.keys);
  const quickKey = useAppState((state) => state.quickKey.key);
  const labels = useShortcutLabels();
  const { first } = useContext(SettingsContext);
  const [filter, setFilter] = useState('');
  const [recording, setRecording] = useState<CommandName | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const change = (keys: KeyBindings) => {
    setRecording(null);
    void bridge.changeKeys({ keys }).then((result) => setProblem(result.ok ? null : result.problem));
  };
  const typed = filter.trim().toLocaleLowerCase();
  const isFound = (command: CommandName) =>
    [commandTitle(t, command), ...labels(command)].some((text) => text.toLocaleLowerCase().includes(typed));
  const groups = commandGroups
    .map((group) => ({ group, commands: commandsOf(group).filter(isFound) }))
    .filter(({ commands }) => commands.length > 0);

  const showsSystemWide = [
    t('quick-access:systemWide'),
    t('quick-access:title'),
    quickKey === null ? '' : formatShortcut(quickKey, isMac),
  ].some((text) => text.toLocaleLowerCase().includes(typed));

  return (
    <div className={styles.section}>
      {problem === null ? null : <ProblemBox problem={problem} name={t('window:appName')} userName="" />}
      <div className={styles.top}>
        <div className={styles.filter}>
          <FilterField
            label={t('commands:keys.filter')}
            value={filter}
            onChange={setFilter}
            autoFocus={first === 'keys'}
          />
        </div>
        <Button isDisabled={Object.keys(bindings).length === 0} onPress={() => change({})}>
          {t('commands:keys.resetAll')}
        </Button>
      </div>
      {groups.map(({ group, commands }) => (
        <Section key={group} title={t(`commands:keys.sections.${group}`)}>
          <div className={styles.lines}>
            {commands.map((command) => (
              <KeyLine
                key={command}
                command={command}
                isRecording={command === recording}
                onRecord={(on) => setRecording(on ? command : null)}
                onChange={change}
                onReset={() => change(withDefaultKeys(bindings, command))}
              />
            ))}
          </div>
        </Section>
      ))}
      {showsSystemWide ? (
        <Section title={t('quick-access:systemWide')}>
          <SystemWideKey onProblem={setProblem} />
        </Section>
      ) : null}
      <p role="status" className={styles.nothing}>
        {groups.length === 0 && !showsSystemWide ? t('commands:nothing') : ''}
      </p>
    </div>
  );
}
