import { type KeyboardEvent, useId, useState } from 'react';
import {
  type CommandName,
  isBindable,
  isRebindable,
  type KeyBindings,
  keyConflict,
  withKey,
  withoutKeys,
} from '../../../contract/keys.ts';
import { commandTitle } from '../../commands/command-title.ts';
import { Button } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { isMac, readKeyPress } from '../../keyboard/platform.ts';
import { formatShortcut, keyOf } from '../../keyboard/shortcuts.ts';
import { useAppState } from '../../state/app-state.ts';
import styles from './keys.module.css';

interface Props {
  readonly command: CommandName;
  readonly onChange: (keys: KeyBindings) => void;
  readonly onCancel: () => void;
}

/** Keys that do nothing alone. */
export const modifierKeys: ReadonlySet<string> = new Set([
  'Control',
  'Meta',
  'Alt',
  'Shift',
  'AltGraph',
  'CapsLock',
]);

/** Waits for the new key of a command; names the command that has it already. */
export function KeyRecorder({ command, onChange, onCancel }: Props) {
  const t = useTranslate();
  const bindings = useAppState((state) => state.keys);
  const [pressed, setPressed] = useState('');
  const saidId = useId();
  const taken = isBindable(pressed) ? keyConflict(bindings, command, pressed) : null;
  const shown = formatShortcut(pressed, isMac);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const key = keyOf(readKeyPress(event.nativeEvent));
    // Tab leaves.
    if (key === 'Tab' || key === 'Shift+Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || modifierKeys.has(event.key)) return;
    if (key === 'Escape') onCancel();
    else if (key === 'Backspace') onChange(withoutKeys(bindings, command));
    else if (isBindable(key) && keyConflict(bindings, command, key) === null)
      onChange(withKey(bindings, command, key));
    else setPressed(key);
  };

  const said = (): string => {
    if (pressed === '') return t('commands:keys.howTo');
    if (taken === null) return t('commands:keys.notBindable', { key: shown });
    const other = commandTitle(t, taken);
    return isRebindable(taken)
      ? t('commands:keys.taken', { key: shown, command: other })
      : t('commands:keys.fixed', { key: shown, command: other });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would frame it.
    <div
      role="group"
      aria-label={t('commands:keys.press', { command: commandTitle(t, command) })}
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
        aria-label={t('commands:keys.press', { command: commandTitle(t, command) })}
        aria-describedby={saidId}
        placeholder={t('commands:keys.waiting')}
        value={shown}
        onKeyDown={onKeyDown}
      />
      {taken !== null && isRebindable(taken) ? (
        <Button onPress={() => onChange(withKey(bindings, command, pressed))}>
          {t('commands:keys.replace')}
        </Button>
      ) : null}
      <Button onPress={onCancel}>{t('window:cancel')}</Button>
      <p id={saidId} role="status" className={styles.said} data-taken={pressed !== '' || undefined}>
        {said()}
      </p>
    </div>
  );
}
