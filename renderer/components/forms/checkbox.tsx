import { type InputHTMLAttributes, useId, useLayoutEffect, useRef } from 'react';
import styles from './checkbox.module.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> {
  readonly label: string;
  /** An explanation, or why it is disabled. */
  readonly hint?: string | undefined;
  /** Whether only a part of what it stands for is checked. */
  readonly isMixed?: boolean;
}

/** A checkbox; the form reads it on submit. */
export function Checkbox({ label, hint, isMixed = false, ...rest }: Props) {
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  // A press of the person ends it, so it is set after each rendering.
  useLayoutEffect(() => {
    if (input.current !== null) input.current.indeterminate = isMixed;
  });
  return (
    <div className={styles.row}>
      <label className={styles.box}>
        <input
          {...rest}
          ref={input}
          data-autofocus={rest.autoFocus || undefined}
          type="checkbox"
          aria-describedby={hint === undefined ? undefined : hintId}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
