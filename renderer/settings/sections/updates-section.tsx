import { useState } from 'react';
import type { Problem } from '../../../contract/core/problem.ts';
import { describeProblem } from '../../../contract/i18n/problem-text.ts';
import type { UpdateSupport } from '../../../contract/installation/updates.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons/button.tsx';
import { TextField } from '../../components/forms/text-field.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { UpdateCard } from '../../updates/update-card.tsx';
import { ChoiceSetting, Setting, SettingGroup, SettingsNote } from '../lines/setting.tsx';
import { useManaged } from '../lines/use-managed.ts';
import styles from './sections.module.css';

/** Whether and where the app looks for newer versions of itself, and what it found. */
export function UpdatesSection() {
  const support = useAppState((state) => state.update.support);
  return support === 'yes' ? <Choices /> : <Unsupported support={support} />;
}

function Unsupported({ support }: { readonly support: Exclude<UpdateSupport, 'yes'> }) {
  const t = useTranslate();
  return (
    <SettingsNote>
      <p>{t(support === 'no-key' ? 'settings:updates.noKey' : 'settings:updates.notInstalled')}</p>
    </SettingsNote>
  );
}

function Choices() {
  const isOff = useAppState((state) => state.settings.updates === 'off');
  const source = useAppState((state) => state.update.source);
  return (
    <>
      <SettingGroup>
        <ChoiceSetting name="updates" />
        <Setting name="updateSource">
          <Source source={source} />
        </Setting>
      </SettingGroup>
      {isOff ? null : (
        <SettingsNote>
          <UpdateCard />
        </SettingsNote>
      )}
    </>
  );
}

function Source({ source }: { readonly source: string | null }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const managed = useManaged()('updateSource');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [foldersChosen, setFoldersChosen] = useState(0);

  async function keep(typed: string): Promise<void> {
    const url = typed.trim() === '' ? null : typed.trim();
    if (url === source) return setProblem(null);
    const result = await bridge.setUpdateSource({ url });
    setProblem(result.ok ? null : result.problem);
  }

  async function chooseFolder(): Promise<void> {
    const result = await bridge.chooseUpdateFolder();
    setProblem(result.ok ? null : result.problem);
    if (result.ok && result.value) setFoldersChosen((count) => count + 1);
  }

  const where = { name: '', userName: '', language, now: Date.now() };
  return (
    <form
      className={styles.source}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('source');
        void keep(typeof typed === 'string' ? typed : '');
      }}
    >
      <TextField
        // A chosen folder replaces what was typed.
        key={foldersChosen}
        name="source"
        label={t('settings:updates.source')}
        hint={t('settings:updates.sourceHint')}
        problem={problem === null ? undefined : describeProblem(t, problem, where).text}
        managed={managed}
        defaultValue={source ?? ''}
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        onBlur={(event) => void keep(event.target.value)}
      />
      {managed === undefined ? (
        <div className={styles.buttons}>
          <Button onPress={() => void chooseFolder()}>{t('settings:updates.chooseFolder')}</Button>
        </div>
      ) : null}
    </form>
  );
}
