import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '../../../contract/core/problem.ts';
import { keyConflict } from '../../../contract/keys.ts';
import { isSystemWideKey } from '../../../contract/sessions/quick-access.ts';
import { bridge } from '../../bridge.ts';
import { commandTitle } from '../../commands/command-title.ts';
import { Button, PlainButton } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { isMac, readKeyPress } from '../../keyboard/platform.ts';
import { formatShortcut, keyOf } from '../../keyboard/shortcuts.ts';
import { useAppState } from '../../state/app-state.ts';
import { modifierKeys } from './key-recorder.tsx';
import styles from './keys.module.css';

/** How quick access is shown by a second start of the app. */
const command = 'findface-session-manager --quick';

/** The system-wide key: whether it works is said only once it was pressed. */
export function SystemWideKey({ onProblem }: { readonly onProblem: (problem: Problem | null) => void }) {
  const t = useTranslate();
  const { key, proof } = useAppState((state) => state.quickKey);
  const [isRecording, setRecording] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);
  const saidId = useId();
  useEffect(() => {
    if (wasRecording.current && !isRecording && document.activeElement === document.body)
      button.current?.focus();
    wasRecording.current = isRecording;
  }, [isRecording]);
  const shown = key === null ? t('commands:keys.none') : formatShortcut(key, isMac);
  const title = t('quick-access:title');
  const set = (chosen: string | null): void => {
    setRecording(false);
    void bridge.setQuickKey({ key: chosen }).then((result) => onProblem(result.ok ? null : result.problem));
  };
  return (
    <div className={styles.lines}>
      <div className={styles.line}>
        <span className={styles.title}>{title}</span>
        {isRecording ? (
          <Recorder title={title} onSet={set} onCancel={() => setRecording(false)} />
        ) : (
          <PlainButton
            ref={button}
            className={styles.keys}
            aria-label={t('commands:keys.change', { command: title, keys: shown })}
            aria-describedby={saidId}
            onPress={() => setRecording(true)}
          >
            {key === null ? (
              <span className={styles.none}>{shown}</span>
            ) : (
              <kbd className={styles.key}>{shown}</kbd>
            )}
          </PlainButton>
        )}
        <p id={saidId} role="status" className={styles.said} data-proof={proof}>
          {t(`quick-access:proof.${proof}`, { key: shown, command })}
        </p>
      </div>
    </div>
  );
}

interface RecorderProps {
  readonly title: string;
  readonly onSet: (key: string | null) => void;
  readonly onCancel: () => void;
}

function Recorder({ title, onSet, onCancel }: RecorderProps) {
  const t = useTranslate();
  const bindings = useAppState((state) => state.keys);
  const [pressed, setPressed] = useState('');
  const saidId = useId();
  const taken = isSystemWideKey(pressed) ? keyConflict(bindings, null, pressed) : null;
  const shown = formatShortcut(pressed, isMac);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const key = keyOf(readKeyPress(event.nativeEvent));
    // Tab leaves.
    if (key === 'Tab' || key === 'Shift+Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || modifierKeys.has(event.key)) return;
    if (key === 'Escape') onCancel();
    else if (key === 'Backspace') onSet(null);
    else if (isSystemWideKey(key) && keyConflict(bindings, null, key) === null) onSet(key);
    else setPressed(key);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would frame it.
    <div
      role="group"
      aria-label={t('commands:keys.press', { command: title })}
      className={styles.recorder}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onCancel();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed.
        autoFocus
        readOnly
        data-recording
        className={styles.field}
        aria-label={t('commands:keys.press', { command: title })}
        aria-describedby={saidId}
        placeholder={t('commands:keys.waiting')}
        value={shown}
        onKeyDown={onKeyDown}
      />
      <Button onPress={onCancel}>{t('window:cancel')}</Button>
      <p id={saidId} role="status" className={styles.said} data-taken={pressed !== '' || undefined}>
        {pressed === ''
          ? t('commands:keys.howTo')
          : taken === null
            ? t('quick-access:notSystemWide', { key: shown })
            : t('commands:keys.taken', { key: shown, command: commandTitle(t, taken) })}
      </p>
    </div>
  );
}
