import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useEffect, useRef } from 'react';
import { type CommandName, isRebindable, type KeyBindings } from '../../../contract/keys.ts';
import { commandTitle } from '../../commands/command-title.ts';
import { IconButton, PlainButton } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useShortcutLabels } from '../../keyboard/platform.ts';
import { useAppState } from '../../state/app-state.ts';
import { KeyRecorder } from './key-recorder.tsx';
import styles from './keys.module.css';

interface Props {
  readonly command: CommandName;
  readonly isRecording: boolean;
  readonly onRecord: (on: boolean) => void;
  readonly onChange: (keys: KeyBindings) => void;
  readonly onReset: () => void;
}

/** A command with its keys; pressing them records others, where a person can choose. */
export function KeyLine({ command, isRecording, onRecord, onChange, onReset }: Props) {
  const t = useTranslate();
  const labels = useShortcutLabels();
  const isChanged = useAppState((state) => state.keys[command] !== undefined);
  const button = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);
  useEffect(() => {
    // The recorder that had the focus is gone.
    if (wasRecording.current && !isRecording && document.activeElement === document.body)
      button.current?.focus();
    wasRecording.current = isRecording;
  }, [isRecording]);
  const title = commandTitle(t, command);
  const own = labels(command);
  const keys = command === 'copyFavourite' ? [`${own[0]}…9`] : own;
  return (
    <div className={styles.line}>
      <span className={styles.title}>{title}</span>
      {isRecording ? (
        <KeyRecorder command={command} onChange={onChange} onCancel={() => onRecord(false)} />
      ) : (
        <>
          {isChanged ? (
            <IconButton label={t('commands:keys.reset', { command: title })} onPress={onReset}>
              <RotateCcw />
            </IconButton>
          ) : null}
          {isRebindable(command) ? (
            <PlainButton
              ref={button}
              className={styles.keys}
              aria-label={t('commands:keys.change', {
                command: title,
                keys: keys.join(', ') || t('commands:keys.none'),
              })}
              onPress={() => onRecord(true)}
            >
              <Keys keys={keys} />
            </PlainButton>
          ) : (
            <span className={styles.fixed}>
              <Keys keys={keys} />
            </span>
          )}
        </>
      )}
    </div>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  const t = useTranslate();
  if (keys.length === 0) return <span className={styles.none}>{t('commands:keys.none')}</span>;
  return keys.map((key) => (
    <kbd key={key} className={styles.key}>
      {key}
    </kbd>
  ));
}
